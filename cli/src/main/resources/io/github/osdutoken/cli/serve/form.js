// The form: filled from the settings, and what is wrong said beside the field.

import { byId, element, say } from './elements.js';
import { get, post } from './server.js';

const FIELDS = [
  { key: 'osdu.tenant-id', label: 'Tenant ID', hint: 'Directory (tenant) ID of the app registration, or a domain.' },
  { key: 'osdu.client-id', label: 'Client ID', hint: 'Application (client) ID of the app registration.' },
  { key: 'osdu.client-secret', label: 'Client secret', secret: true, hint: 'None: right for a public client.' },
  { key: 'osdu.redirect-uri', label: 'Redirect URI' },
  { key: 'osdu.scope', label: 'Scope', hint: '{client-id} stands for the client ID.' },
  { key: 'osdu.authority', label: 'Authority', more: true, hint: 'The sign-in host of another cloud.' },
  { key: 'osdu.issuer', label: 'Issuer', more: true,
    hint: 'An OpenID Connect issuer of another kind. Empty for authority and tenant.' },
  { key: 'osdu.username', label: 'User name', user: true, hint: 'The test user\u2019s user principal name.' },
  { key: 'osdu.password', label: 'Password', user: true, secret: true },
  { key: 'osdu.totp-secret', label: 'TOTP secret', factor: true, secret: true,
    hint: 'The secret of the user\u2019s software token.' },
];

const inputs = new Map();
let profile = 'default';
let waiting = false;

const id = key => key.replace('osdu.', 'field-');

function field({ key, label, secret }) {
  const input = element('input', {
    id: id(key), name: key, type: secret ? 'password' : 'text', spellcheck: 'false', autocapitalize: 'none',
    autocomplete: secret ? 'new-password' : 'off',
    'aria-describedby': ['-source', '-hint', '-problem'].map(end => id(key) + end).join(' '),
    input: () => problem(key, ''),
  });
  inputs.set(key, input);
  return element('div', { class: 'field' },
    element('label', { for: id(key) }, label),
    element('p', { class: 'source', id: id(key) + '-source' }),
    input,
    element('p', { class: 'hint', id: id(key) + '-hint' }),
    element('p', { class: 'problem', id: id(key) + '-problem' }));
}

function problem(key, text) {
  byId(id(key) + '-problem').textContent = text;
  if (text) {
    inputs.get(key).setAttribute('aria-invalid', 'true');
    inputs.get(key).closest('details')?.setAttribute('open', '');
  } else {
    inputs.get(key).removeAttribute('aria-invalid');
  }
}

/** Says where the value comes from, by the name that people know; the whole of it to screen readers and the mouse. */
function source({ name, source: where }, secret) {
  return where ? [
    element('span', { 'aria-hidden': 'true', title: where }, (secret ? 'set: ' : '') + name),
    element('span', { class: 'unseen' }, (secret ? 'Set by ' : 'From ') + where),
  ] : [];
}

/** Builds the form; begun is called when something was begun. */
export function build(begun) {
  const more = element('details', {}, element('summary', {}, 'Another cloud or issuer'));
  const factor = element('details', {}, element('summary', {}, 'Second factor'));
  for (const one of FIELDS) {
    (one.user ? byId('test-user') : one.factor ? factor : one.more ? more : byId('application')).append(field(one));
  }
  byId('application').append(more);
  byId('test-user').append(factor, element('button',
    { type: 'submit', class: 'primary', name: 'who', value: 'test-user', id: 'as-test-user' }, 'Sign in as the test user'));
  byId('profile').addEventListener('change', async () => {
    try {
      await fill(byId('profile').value);
    } catch (failure) {
      byId('form-problem').textContent = failure.message || 'The page is not served any more.';
    }
  });
  byId('form').addEventListener('submit', event => {
    event.preventDefault();
    submit(event.submitter?.value || 'test-user', begun);
  });
  byId('form').addEventListener('keydown', event => {
    if (event.key !== 'Enter' || !event.target.closest('fieldset input:not([type=checkbox])')) return;
    event.preventDefault(); // a browser would press the first button, which is another person's
    // Enter in a field of the application could mean either way.
    if (event.target.closest('#test-user')) byId('form').requestSubmit(byId('as-test-user'));
  });
}

/** Fills the form with a profile's settings, and returns what the server says beside them. */
export async function fill(name) {
  const settings = await get('/api/form?profile=' + encodeURIComponent(name));
  profile = settings.profile;
  byId('profile').replaceChildren(...settings.profiles.map(one =>
    element('option', { value: one, selected: one === profile }, one === 'default' ? 'default (unnamed)' : one)));
  byId('profile-field').hidden = settings.profiles.length < 2;
  byId('form-problem').textContent = '';
  for (const one of FIELDS) {
    const found = settings.fields[one.key];
    const input = inputs.get(one.key);
    input.value = found.value;
    input.readOnly = settings.emulated;
    input.placeholder = one.secret && found.source ? 'set; type to use another' : '';
    byId(id(one.key) + '-source').replaceChildren(...source(found, one.secret));
    byId(id(one.key) + '-hint').textContent = found.source ? '' : one.hint || '';
    problem(one.key, '');
  }
  if (settings.certificate && !inputs.get('osdu.client-secret').placeholder) {
    byId(id('osdu.client-secret') + '-hint').textContent = 'None: the settings name a client certificate.';
  }
  byId(id('osdu.issuer')).closest('details').open = inputs.get('osdu.issuer').value !== ''; // it decides
  return settings;
}

/** While something is under way, nothing else can begin. */
export function wait(busy) {
  waiting = busy;
  for (const button of [byId('as-me'), byId('as-test-user')]) {
    button.setAttribute('aria-disabled', String(busy)); // still reachable: focus must not fall off
  }
}

async function submit(who, begun) {
  if (waiting) {
    say('Something is under way already. Wait for it, or cancel it.');
    return;
  }
  wait(true);
  byId('form-problem').textContent = '';
  FIELDS.forEach(({ key }) => problem(key, ''));
  const fields = Object.fromEntries([...inputs].map(([key, input]) => [key, input.value]));
  try {
    await post('/api/sign-in', { who, profile, fields, chooseAccount: byId('choose-account').checked });
    begun();
  } catch (failure) {
    wait(false);
    show(failure);
  }
}

function show(failure) {
  const fields = failure.fields || {};
  const wrong = FIELDS.filter(({ key }) => fields[key]);
  wrong.forEach(({ key }) => problem(key, fields[key]));
  byId('form-problem').textContent = failure.message
    || (wrong.length ? '' : 'The page is not served any more. Run osdu-token serve again.');
  if (wrong.length) {
    inputs.get(wrong[0].key).focus();
    say((wrong.length === 1 ? 'One field needs' : wrong.length + ' fields need') + ' a correction');
  }
}
