// The page: first the code from the terminal, then the form and what comes of it, until the server stops.

import { byId, say, span } from './elements.js';
import * as form from './form.js';
import * as progress from './progress.js';
import { admit, forgetKey, get, Gone, isAdmitted, post, Refused } from './server.js';
import * as tokens from './tokens.js';

let following = false;

byId('door').addEventListener('submit', async event => {
  event.preventDefault();
  byId('code-problem').textContent = '';
  try {
    await admit(byId('code').value);
  } catch (failure) {
    if (failure instanceof Gone) return end();
    byId('code-problem').textContent = failure.message;
    byId('code').select();
    return;
  }
  byId('code').value = '';
  enter(true);
});

byId('stop').addEventListener('click', async () => {
  try {
    await post('/api/stop');
  } catch (failure) {
    // it is gone already
  }
});

function knock() {
  byId('desk').hidden = true;
  byId('stop').hidden = true;
  byId('door').hidden = false;
  byId('code').focus();
}

async function enter(byHand) {
  try {
    const settings = await form.fill('default');
    tokens.offer(settings.formats);
    byId('idle').textContent = 'Stops when nobody uses it for ' + span(settings.idleMillis) + '.';
  } catch (failure) {
    if (failure instanceof Gone) return end();
    if (failure.status === 401) {
      forgetKey();
      return knock();
    }
    byId('form-problem').textContent = failure.message; // such as a named emulator that is not there
  }
  byId('door').hidden = true;
  byId('desk').hidden = false;
  byId('stop').hidden = false;
  if (byHand) {
    say('Open');
    byId('form').querySelector('select:not([hidden] *), input').focus();
  }
  follow();
}

/** Asks for the state again and again; the server answers when there is something new, or after a while. */
async function follow() {
  if (following) return;
  following = true;
  for (let revision = 0; ;) {
    try {
      const state = await get('/api/state?after=' + revision);
      revision = state.revision;
      const busy = state.attempt?.status === 'running';
      form.wait(busy);
      progress.show(state.attempt);
      tokens.show(state.tokens, busy);
      byId('empty').hidden = Boolean(state.attempt || state.tokens);
      document.title = busy ? 'Signing in \u2026 osdu-token' : state.tokens ? 'Tokens \u00b7 osdu-token' : 'osdu-token';
    } catch (failure) {
      following = false;
      if (failure instanceof Refused && failure.status === 401) {
        forgetKey();
        return knock();
      }
      return end();
    }
  }
}

function end() {
  byId('banner').hidden = false;
  byId('banner').textContent = 'osdu-token serve has stopped. What you see stays until you close this tab; to go on, run it'
    + ' again in the terminal.';
  byId('stop').hidden = true;
  byId('idle').textContent = '';
  form.wait(true);
  document.title = 'Stopped \u00b7 osdu-token';
}

/** What follows is told over there; on a narrow screen that is far below. */
form.build(() => {
  if (byId('result').getBoundingClientRect().top < 0 || byId('result').getBoundingClientRect().top > innerHeight / 2) {
    byId('result').scrollIntoView();
  }
});
setInterval(tokens.tick, 1000);
if (isAdmitted()) {
  enter(false);
} else {
  knock();
}
