// Makes elements out of texts, never out of markup.

export const byId = id => document.getElementById(id);

/** An element with attributes (true for one without a value, null for none), listeners (functions) and children. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      made.addEventListener(key, value);
    } else if (value === true) {
      made.setAttribute(key, '');
    } else if (value !== null && value !== false) {
      made.setAttribute(key, value);
    }
  }
  made.append(...children.filter(child => child !== null));
  return made;
}

/** Lets a screen reader say something. */
export function say(text) {
  const live = byId('live');
  live.textContent = live.textContent === text ? text + '\u00a0' : text; // the same text twice is said once
}

const clock = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' });
const date = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });

export function time(instant) {
  const when = new Date(instant);
  const today = when.toDateString() === new Date().toDateString();
  return element('time', { datetime: when.toISOString(), title: date.format(when) }, (today ? clock : date).format(when));
}

/** A length of time in words: 59 min 3 s, 15 min. */
export function span(milliseconds) {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const units = [[86400, 'd'], [3600, 'h'], [60, 'min'], [1, 's']];
  const from = units.findIndex(([size]) => seconds >= size);
  if (from < 0) return '0 s';
  const [[size, name], next] = [units[from], units[from + 1]];
  const first = Math.floor(seconds / size) + ' ' + name;
  const rest = next ? Math.floor(seconds % size / next[0]) : 0;
  return rest > 0 ? first + ' ' + rest + ' ' + next[1] : first;
}

/** Copies, and says so on the button and to screen readers. */
export function copyButton(label, text) {
  const button = element('button', { type: 'button', 'aria-label': 'Copy ' + label }, 'Copy');
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(text());
      button.textContent = 'Copied';
      say('Copied ' + label);
    } catch (denied) {
      button.textContent = 'Not allowed';
      say('The browser does not let this page copy. Show the text and copy it yourself.');
    }
    setTimeout(() => { button.textContent = 'Copy'; }, 2000);
  });
  return button;
}
