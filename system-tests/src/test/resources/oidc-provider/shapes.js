// Login pages of many makers, one a client id. None has an id or a name that anybody could have known.
// {act} is where its form goes, {elsewhere} a host that is not the issuer's, {why} what it says of a wrong password.
const form = (inner, more = '') => `<form method="post" action="{act}"${more}>${inner}</form>`;
const fields = '<label>Benutzer <input name="f1"></label><label>Kennwort <input name="f2" type="password"></label>';
const decoy = (style, more = '') => `<div style="${style}"><input type="password" name="decoy"${more}></div>`;

export const shapes = {
    labels: form(`{why}${fields}<button type="submit">Anmelden</button>`),

    asks: form(`${fields}<button>Anmelden</button>`),

    aria: form(`<input name="f1" aria-label="Benutzer"><input name="f2" type="password" aria-label="Kennwort">
        <button type="button" aria-pressed="false" aria-label="Kennwort zeigen">o</button>
        <label><input type="checkbox" name="remember"> Angemeldet bleiben</label><button>Weiter</button>`),

    decoys: decoy('display:none') + decoy('position:absolute;left:-9999px') + decoy('height:0;overflow:hidden')
        + decoy('opacity:0', ' tabindex="-1"') + decoy('clip-path:inset(50%)')
        + form(`${decoy('width:1px;height:1px;overflow:hidden')}${fields}<button>Weiter</button>`),

    // A search field above, a form to register beside.
    registers: `<form role="search" action="/search"><input type="search" name="q"><button>Suchen</button></form>
        <form action="/register" method="post"><label>Benutzer <input name="r1"></label>
        <label>Kennwort <input name="r2" type="password" autocomplete="new-password"></label>
        <button>Registrieren</button></form>` + form(`${fields}<button>Anmelden</button>`),

    // The same, where HTML says nothing of the new password.
    'registers-plainly': `<form action="/new" method="post"><label>Name <input name="r0"></label>
        <label>Adresse <input name="r1" type="email"></label><label>Kennwort <input name="r2" type="password"></label>
        <label>Noch einmal <input name="r3" type="password"></label><button>Los</button></form>`
        + form(`${fields}<button>Anmelden</button><button name="cancel" value="cancel">Abbrechen</button>`),

    // No form at all: a script sends what was typed.
    scripted: `<div><input id="a" aria-label="käyttäjä"><input id="b" type="password" aria-label="salasana">
        <div role="button" tabindex="0" style="cursor:pointer" id="go">Jatka</div></div><script>
        document.getElementById('go').addEventListener('click', async () => {
            const answer = await fetch('{act}', { method: 'POST', body: new URLSearchParams({
                f1: document.getElementById('a').value, f2: document.getElementById('b').value }) });
            location.assign(answer.url);
        });</script>`,

    // The user name first, in a field that says nothing of itself.
    steps: form('<label>Kuka? <input name="f1"></label><button>Seuraava</button>'),
    'steps-2': form('<input name="shown" value="{user}" readonly><label>Salasana <input name="f2" type="password"></label>'
        + '<button>Seuraava</button>'),

    'says-why': form(`{why}${fields}<button>Anmelden</button>`),
    'says-nothing': form(`${fields}<button>Anmelden</button>`),

    // From here on: nothing may be typed.
    'two-forms': form(`${fields}<button>Eins</button>`) + form(`${fields}<button>Zwei</button>`),
    elsewhere: `<form method="post" action="{elsewhere}">${fields}<button>Anmelden</button></form>`,
    'one-field-too-many': form(`${fields}<label>Was steht im Bild? <input name="f3"></label><button>Anmelden</button>`),
    'only-registers': `<form action="{act}/signup" method="post">${fields}<button>Los</button></form>`,
};

const page = (body, values) => '<!DOCTYPE html><html><meta charset="utf-8"><title>Anmeldung</title><body><h1>Anmeldung</h1>'
    + body.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '') + '</body></html>';

export const login = (shape, values) => page(shapes[shape], values);

export const consent = values => page(form(
    '<p>Zugriff erlauben?</p><button name="decision" value="deny">Nein</button><button name="decision" value="allow">Ja</button>'),
values);
