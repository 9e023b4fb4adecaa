// Blanks whatever stands in a field before a picture is taken, and puts everything back afterwards. Values are not touched,
// since pages watch them; only how they are drawn.
// arguments[0]: the text that may be seen in a field.
// arguments[1]: false to blank; true to put everything back, and tell whether nothing came to the page meanwhile.
const visible = arguments[0].trim().toLowerCase();
const putBack = arguments[1];
const KEPT = Symbol.for('osdu-token.blanked');
const HIDDEN = {
    'transition': 'none', 'animation': 'none', 'color': 'transparent', '-webkit-text-fill-color': 'transparent',
    'text-shadow': 'none', 'text-indent': '-9999px', 'caret-color': 'transparent', 'user-select': 'none',
    'background': '#9aa0a6',
};
const GONE = { 'transition': 'none', 'animation': 'none', 'opacity': '0' };
// Fields that nobody types text in.
const TEXTLESS = /^(checkbox|radio|button|submit|reset|image|file|range|color|hidden)$/;
// The names under which Entra ID and others keep a session's values.
const CONFIG = ['sFT', 'sCtx', 'canary', 'apiCanary'];
const SESSION = /^(flowToken|PPFT|ctx|canary|originalRequest|code|state|id_token|access_token|SAMLRequest|SAMLResponse|RelayState|wresult|wctx)$/i;
const SHOWS_NEW_SECRET = '[id*="totp-secret" i], [id*="qrcode" i], [id*="qr-code" i], [class*="qrcode" i], [class*="qr-code" i]';
const fields = [], echoing = [], foreign = [], documents = [], secrets = new Set();
const visit = root => {
    documents.push(root);
    for (const e of root.querySelectorAll('*')) {
        if (e.shadowRoot) visit(e.shadowRoot);
        if (e.localName === 'iframe' || e.localName === 'frame') {
            let inner = null;
            try { inner = e.contentDocument; } catch (denied) { /* another origin's */ }
            if (inner) visit(inner); else foreign.push(e);
        } else if (e.localName === 'input' && e.type === 'hidden') {
            if (SESSION.test(e.name)) secrets.add(e.value);
        } else if (e.localName === 'input' ? !TEXTLESS.test(e.type) : e.localName === 'textarea' || e.isContentEditable) {
            const text = e.localName === 'input' || e.localName === 'textarea' ? e.value : e.textContent;
            const mayBeSeen = e.type !== 'password' && text.trim().toLowerCase() === visible;
            if (text !== '' && !mayBeSeen) {
                fields.push(e);
                secrets.add(text);
            }
        } else if (e.matches(SHOWS_NEW_SECRET)) {
            echoing.push(e);
        }
    }
};
visit(document);
if (putBack) {
    const kept = window[KEPT];
    if (!kept) return false; // another document
    delete window[KEPT];
    for (const [element, style] of kept) {
        element.style.cssText = style === null ? '' : style;
        if (style === null) element.removeAttribute('style');
    }
    const known = new Set(kept.map(([element]) => element));
    return fields.every(e => known.has(e));
}
if (location.protocol === 'chrome-error:') return null;
const config = window.$Config || window.ServerData || {};
for (const name of CONFIG) if (typeof config[name] === 'string') secrets.add(config[name]);
// A page may draw what is typed a second time, to show a password for one.
const typed = fields.map(e => e.value).filter(value => value && value.trim().length > 3);
for (const root of typed.length ? documents : []) {
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        const holder = texts.currentNode.parentElement;
        if (holder && !/^(script|style)$/.test(holder.localName)
            && typed.some(value => texts.currentNode.data.includes(value))) echoing.push(holder);
    }
}
const blanked = [];
const draw = (element, style) => {
    if (blanked.some(([other]) => other === element)) return;
    blanked.push([element, element.hasAttribute('style') ? element.style.cssText : null]);
    for (const [name, value] of Object.entries(style)) element.style.setProperty(name, value, 'important');
};
fields.forEach(e => draw(e, HIDDEN));
echoing.forEach(e => draw(e, GONE));
foreign.forEach(e => draw(e, GONE));
secrets.delete('');
Object.defineProperty(window, KEPT, { value: blanked, configurable: true });
return { address: location.href, secrets: [...secrets] };
