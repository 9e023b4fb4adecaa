// What is under way: its steps, the page that was met last, and what became of it.

import { byId, element, say, span, time } from './elements.js';
import { post } from './server.js';

const UNDER_WAY = {
  person: 'Signing you in', 'test-user': 'Signing in the test user', refresh: 'Refreshing the tokens',
};
const DONE = { person: 'You are signed in', 'test-user': 'The test user is signed in', refresh: 'The tokens are refreshed' };
const FAILED = { person: 'You are not signed in', 'test-user': 'The test user is not signed in',
  refresh: 'The tokens are not refreshed' };

let opened = null;
let told = '';
let drawn = '';

/** Shows an attempt, and opens the sign-in page in a tab of its own when there is one. */
export function show(attempt) {
  const section = byId('progress');
  section.hidden = !attempt;
  if (!attempt || drawn === JSON.stringify(attempt)) return;
  drawn = JSON.stringify(attempt);
  const running = attempt.status === 'running';
  section.className = 'card progress ' + attempt.status;
  section.setAttribute('aria-busy', String(running));
  if (running && attempt.continueAt && attempt.continueAt !== opened) {
    opened = attempt.continueAt;
    window.open(opened, '_blank', 'noopener');
  }
  const held = document.activeElement?.id;
  section.replaceChildren(...[title(attempt), failure(attempt), elsewhere(attempt), body(attempt), cancel(running)]
    .filter(Boolean));
  if (held && document.activeElement?.id !== held && byId(held)) byId(held).focus();
  tell(attempt);
}

function title({ kind, status }) {
  const text = { running: UNDER_WAY[kind] + '\u2026', done: DONE[kind], failed: FAILED[kind], cancelled: 'Cancelled' };
  return element('h2', { id: 'progress-title' }, text[status]);
}

function failure({ failure: why }) {
  return why && element('div', { class: 'failure' },
    element('p', {}, element('code', { class: 'badge' }, why.reason)),
    element('p', { class: 'message' }, why.message),
    why.trace ? element('p', {}, element('a', { href: why.trace, target: '_blank', rel: 'noopener' },
      'See each page that was met', element('span', { class: 'soft' }, ' (the trace, in a new tab)'))) : null);
}

function elsewhere({ status, continueAt }) {
  return status === 'running' && continueAt && element('p', {},
    'The sign-in page is in another tab. ',
    element('a', { id: 'continue', href: continueAt, target: '_blank', rel: 'noopener' }, 'Open it here'), ' if it is not.');
}

function body(attempt) {
  const steps = element('ol', { class: 'steps' }, ...attempt.steps.map(step => element('li', {},
    element('span', {}, step.text), ' ', element('span', { class: 'soft' }, step.where), ' ', time(step.at))));
  const picture = attempt.picture > 0 && attempt.status !== 'done' && element('img', {
    class: 'picture', src: '/picture?n=' + attempt.picture, alt: 'The last page, as it looked; text in its fields is blanked',
  });
  const view = element('div', { class: 'walk' }, steps, picture || null);
  if (attempt.status !== 'done' || attempt.steps.length === 0) return view;
  const took = new Date(attempt.steps.at(-1).at) - new Date(attempt.steps[0].at);
  const count = attempt.steps.length === 1 ? '1 step' : attempt.steps.length + ' steps, ' + span(took);
  return element('details', {}, element('summary', {}, 'How it went: ' + count), view);
}

function cancel(running) {
  return running && element('button', { type: 'button', id: 'cancel', click: () => post('/api/cancel') }, 'Cancel');
}

function tell({ kind, status, steps, failure: why }) {
  const last = steps.at(-1);
  const text = status === 'done' ? DONE[kind] + '. The tokens are in the result.'
    : status === 'failed' ? FAILED[kind] + '. ' + why.message
      : status === 'cancelled' ? 'Cancelled'
        : last ? last.text + (last.where ? ' at ' + last.where : '') : UNDER_WAY[kind];
  if (text !== told) say(text);
  told = text;
}
