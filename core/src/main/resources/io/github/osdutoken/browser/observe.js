// Says what a person could see and use on the page, in one call.
// arguments[0]: selectors. Beside CSS there are three forms of our own:
//   only(CSS)       the visible element of this kind when there is exactly one
//   present(CSS)    an element of this kind, visible or not
//   submit-of(CSS)  the single visible submit control of the form that holds the visible element of this kind
// arguments[1]: attributes to list, by the selector of the elements that carry them.
// arguments[2]: the fields of $Config to report; the others hold the session's secrets and stay here.
const visible = element => {
    for (let e = element; e; e = e.parentElement) {
        if (e.getAttribute('aria-hidden') === 'true' || e.classList.contains('moveOffScreen')) return false;
        const style = getComputedStyle(e);
        if (style.display === 'none' || style.visibility === 'hidden' || style.opacity === '0') return false;
    }
    const box = element.getBoundingClientRect();
    return box.width > 1 && box.height > 1
        && box.right + scrollX > 0 && box.bottom + scrollY > 0
        && box.left < Math.max(innerWidth, document.documentElement.scrollWidth);
};
const all = css => [...document.querySelectorAll(css)].filter(visible);
const submitOf = field => {
    const form = field && field.form;
    if (!form) return null;
    const controls = [...form.elements].filter(e => visible(e)
        && (e.matches('button:not([type]), button[type=submit], input[type=submit], input[type=image]')));
    return controls.length === 1 ? controls[0] : null;
};
const find = selector => {
    const own = /^(only|present|submit-of)\((.*)\)$/.exec(selector);
    if (!own) return all(selector)[0] || null;
    if (own[1] === 'present') return document.querySelector(own[2]);
    const found = all(own[2]);
    return own[1] === 'only' ? (found.length === 1 ? found[0] : null) : submitOf(found[0]);
};
const meta = document.querySelector('meta[name=PageID]');
const config = window.$Config || window.ServerData || {};
const text = value => value === undefined || value === null ? '' : String(value);
const elements = {};
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
        layout.push(selector, Math.round(box.left), Math.round(box.top), element.disabled ? 'off' : 'on');
    }
}
const lists = {};
for (const [selector, attribute] of Object.entries(arguments[1])) {
    lists[selector] = all(selector).map(e => e.getAttribute(attribute)).filter(Boolean).join(', ');
}
const fields = {};
for (const name of arguments[2]) {
    if (config[name] !== undefined && config[name] !== null && config[name] !== '') fields[name] = String(config[name]);
}
const heading = all('#loginHeader, [role=heading], h1')[0];
return {
    document: text(performance.timeOrigin),
    address: location.href,
    pageId: text(meta ? meta.content : config.pgid),
    errorCode: text(config.sErrorCode),
    errorText: text(config.strServiceExceptionMessage || config.sErrTxt).slice(0, 600),
    correlationId: text(config.correlationId),
    usedCode: document.documentElement.innerHTML.includes('DuplicateCodeEntered'),
    layout: layout.join(' ') + ' | ' + (heading ? heading.textContent.trim().slice(0, 80) : ''),
    elements, lists, fields,
};
