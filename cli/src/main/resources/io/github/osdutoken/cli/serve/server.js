// Asks the server. Each request carries the key that this tab got for the code from the terminal; the browser adds the cookie.

const KEY = 'osdu-page-key';

/** The server said no: status, what to tell, and for a form what is wrong with each field. */
export class Refused extends Error {
  constructor(status, answer) {
    super(answer.message || '');
    this.status = status;
    this.fields = answer.fields || {};
  }
}

/** The server is not there any more. */
export class Gone extends Error {}

async function ask(path, options) {
  let response;
  try {
    response = await fetch(path, {
      ...options, cache: 'no-store', credentials: 'same-origin', redirect: 'error', referrerPolicy: 'no-referrer',
      headers: { ...options.headers, 'X-Osdu-Page-Key': sessionStorage.getItem(KEY) || '' },
    });
  } catch (failure) {
    throw new Gone();
  }
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) {
    throw new Refused(response.status, answer);
  }
  return answer;
}

export const get = path => ask(path, {});

export const post = (path, body = {}) =>
  ask(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });

/** Trades the code for the key. */
export async function admit(code) {
  sessionStorage.setItem(KEY, (await post('/api/admission', { code })).key);
}

export const isAdmitted = () => sessionStorage.getItem(KEY) !== null;

export const forgetKey = () => sessionStorage.removeItem(KEY);
