// Says what a person could see and use on the page, in one call.
// arguments[0]: selectors. Beside CSS there are forms of our own:
//   only(CSS)           the visible element of this kind when there is exactly one
//   present(CSS)        an element of this kind, visible or not
//   submit-of(…)        what submits the form that holds the visible element of this kind
//   sign-in(password)   the password of the one form on the page in which one signs in, and does not register or choose a
//   sign-in(username)   new password; the text field beside it
//   username(marked)    the field for a user name in a form without a password, when HTML says that it is one
//   username(alone)     the page's only text field, of which HTML says nothing
// arguments[1]: attributes to list, by the selector of the elements that carry them; an empty one stands for the text.
// arguments[2]: the fields of $Config to report; the others hold the session's secrets and stay here.
// A box without room that shows nothing of what is in it: where decoys are put.
const clips = (e, style) => {
    if (/^(inset\((50|100)%|circle\(0)/.test(style.clipPath)) return true;
    if (e === document.body || e === document.documentElement || /inline|contents/.test(style.display)) return false;
    const box = e.getBoundingClientRect();
    return style.overflow !== 'visible' && (box.width <= 1 || box.height <= 1);
};
// Many selectors find the same elements, and they have the same ancestors.
const once = f => {
    const known = new Map();
    return e => {
        if (!known.has(e)) known.set(e, f(e));
        return known.get(e);
    };
};
const hidden = once(e => {
    if (e.getAttribute('aria-hidden') === 'true' || e.classList.contains('moveOffScreen')) return true;
    const style = getComputedStyle(e);
    return style.display === 'none' || style.visibility === 'hidden' || style.opacity === '0'
        || (!!e.parentElement && hidden(e.parentElement));
});
const clipped = once(e => clips(e, getComputedStyle(e)) || (!!e.parentElement && clipped(e.parentElement)));
const visible = once(element => {
    if (hidden(element) || (element.matches('input') && clipped(element))) return false;
    const box = element.getBoundingClientRect();
    return box.width > 1 && box.height > 1
        && box.right + scrollX > 0 && box.bottom + scrollY > 0
        && box.left < Math.max(innerWidth, document.documentElement.scrollWidth);
});
const all = css => [...document.querySelectorAll(css)].filter(visible);
const single = list => (list.length === 1 ? list[0] : null);
const SUBMITS = 'button:not([type]), button[type=submit], input[type=submit], input[type=image]';
const BUTTONS = 'button, input[type=button], [role=button]';
// What shows a password, opens a menu or gives up is no way to submit.
const ASIDE = '[aria-controls], [aria-pressed], [aria-expanded], [aria-haspopup], [formnovalidate], [name*=cancel i], '
    + '[value*=cancel i], [type=reset]';
// Of several submit controls the first is the form's default button: it is what the Enter key presses.
const submitOf = field => {
    if (!field) return null;
    if (field.form) {
        const inside = e => e.form === field.form || field.form.contains(e);
        const submits = all(SUBMITS).filter(inside);
        if (submits.length < 2) return submits[0] || single(all(BUTTONS).filter(e => inside(e) && !e.matches(ASIDE)));
        return submits.filter(e => !e.matches(ASIDE))[0] || null;
    }
    for (let e = field.parentElement; e; e = e.parentElement) {
        const buttons = all(BUTTONS + ', ' + SUBMITS).filter(b => e.contains(b) && !b.form && !b.matches(ASIDE));
        if (buttons.length) return single(buttons);
    }
    return null;
};
const NOT_READ_ONLY = ':not([readonly])';
const PASSWORD = 'input[type=password]:not([autocomplete~=one-time-code])' + NOT_READ_ONLY;
const TEXT = ['input:not([type])', 'input[type=text]', 'input[type=email]', 'input[type=tel]', 'input[type=number]']
    .map(css => css + NOT_READ_ONLY + ':not([role=searchbox]):not([name=q])').join(', ');
const MARKED = ['[autocomplete~=username]', '[name=username i]', '[name=login i]', '[name=user i]', '[name=userid i]',
    '[name=identifier i]', '[type=email]', '[name=email i]'];
const CODE = '[autocomplete~=one-time-code], [inputmode=numeric], [type=number], [name*=otp i], [name*=code i]';
const registers = form => form && ['id', 'name', 'class', 'action'].some(name => {
    const value = (form.getAttribute(name) || '').replace(/[?#].*$/, '').replace(/^.*\//, '');
    return /(^|[^a-z])(register|registration|sign-?up|create-?account)/i.test(value);
});
const ofForm = (form, css) => all(css).filter(e => e.form === form);
const signIn = (() => {
    const forms = [...new Set(all(PASSWORD).map(e => e.form))].filter(form => {
        const passwords = ofForm(form, PASSWORD);
        const texts = ofForm(form, TEXT);
        return passwords.length === 1 && !passwords[0].matches('[autocomplete~=new-password]') && !registers(form)
            && (texts.length === 0 || (texts.length === 1 && !texts[0].matches(CODE)));
    });
    const known = forms.filter(form => ofForm(form, PASSWORD)[0].matches('[autocomplete~=current-password]'));
    return forms.length > 1 ? single(known.map(form => ({ form }))) : single(forms.map(form => ({ form })));
})();
const signInField = css => (signIn ? single(ofForm(signIn.form, css)) : null);
const username = how => {
    if (all('input[type=password]').length) return null;
    const texts = all(TEXT).filter(e => !e.matches(CODE) && !registers(e.form) && !e.closest('[role=search]'));
    const alone = texts.filter(e => ofForm(e.form, TEXT).length === 1);
    if (how === 'alone') return texts.length === 1 ? single(alone) : null;
    for (const mark of MARKED) {
        const marked = alone.filter(e => e.matches(mark));
        if (marked.length) return single(marked);
    }
    return null;
};
const find = selector => {
    const own = /^(only|present|submit-of|sign-in|username)\((.*)\)$/.exec(selector);
    if (!own) return all(selector)[0] || null;
    switch (own[1]) {
        case 'present': return document.querySelector(own[2]);
        case 'only': return single(all(own[2]));
        case 'submit-of': return submitOf(find(own[2]));
        case 'sign-in': return signInField(own[2] === 'password' ? PASSWORD : TEXT);
        default: return username(own[2]);
    }
};
// Where a form sends what is typed in it; one that scripts send, or that has no action, stays where it is.
const target = e => {
    const action = e.hasAttribute('formaction') ? e.getAttribute('formaction') : e.form && e.form.getAttribute('action');
    try {
        const url = new URL(action || '', document.baseURI);
        return /^https?:$/.test(url.protocol) ? url.origin : '';
    } catch {
        return '';
    }
};
const meta = document.querySelector('meta[name=PageID]');
const config = window.$Config || window.ServerData || {};
const text = value => value === undefined || value === null ? '' : String(value);
const elements = {};
const targets = {};
const filled = [];
const layout = [];
for (const selector of arguments[0]) {
    let element;
    try {
        element = find(selector);
    } catch (e) {
        return { notCss: selector };
    }
    if (element) {
        const box = element.getBoundingClientRect();
        elements[selector] = element;
        if (element.value) filled.push(selector);
        if (element.form || element.hasAttribute('formaction')) targets[selector] = target(element);
        layout.push(selector, Math.round(box.left), Math.round(box.top), element.disabled ? 'off' : 'on');
    }
}
const lists = {};
for (const [selector, attribute] of Object.entries(arguments[1])) {
    lists[selector] = all(selector)
        .map(e => (attribute ? e.getAttribute(attribute) : e.innerText.replace(/\s+/g, ' ').trim().slice(0, 200)))
        .filter(Boolean).join(', ');
}
const fields = {};
for (const name of arguments[2]) {
    if (config[name] !== undefined && config[name] !== null && config[name] !== '') fields[name] = String(config[name]);
}
// What moves does so frame by frame: two looks at one frame say nothing. A page that nobody sees may have no frames.
const now = performance.now();
const drawn = document.timeline.currentTime;
const frame = drawn !== null && now - drawn < 250 ? drawn : Math.floor(now / 100);
// What is about to move stands still in its first frames.
const OF_NO_PLACE = /^(offset|computedOffset|easing|composite|opacity)$/;
const begins = animation => {
    const effect = animation.effect;
    if (!effect || !effect.target || animation.playState !== 'running') return false;
    const { localTime, delay } = effect.getComputedTiming();
    return (animation.pending || localTime < delay + 100)
        && Object.values(elements).some(e => effect.target.contains(e))
        && effect.getKeyframes().some(keyframe => Object.keys(keyframe).some(name => !OF_NO_PLACE.test(name)));
};
if (document.getAnimations().some(begins)) layout.push('begins to move', now);
const heading = all('#loginHeader, [role=heading], h1')[0];
return {
    document: text(performance.timeOrigin),
    address: location.href,
    pageId: text(meta ? meta.content : config.pgid),
    errorCode: text(config.sErrorCode),
    errorText: text(config.strServiceExceptionMessage || config.sErrTxt).slice(0, 600),
    correlationId: text(config.correlationId),
    usedCode: document.documentElement.innerHTML.includes('DuplicateCodeEntered'),
    frame: text(frame),
    layout: layout.join(' ') + ' | ' + (heading ? heading.textContent.trim().slice(0, 80) : ''),
    elements, targets, filled, lists, fields,
};
