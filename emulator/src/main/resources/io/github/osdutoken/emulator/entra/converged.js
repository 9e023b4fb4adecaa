/* Draws sign-in pages the way Entra ID's script does, and is as hard on whoever drives them. */
"use strict";
var Converged = (function (config) {
    var model = {};
    var lastInput = -Infinity;
    var current = null;
    var cover, progress, form, pane;

    /* The page's language; a text without translation is turned round, so that nobody gets by with English. */
    function text(english) {
        if (!config.str || /@|AADSTS|Contoso|osdu-token|^[\W\d]*$/.test(english)) {
            return english;
        }
        return config.str[english] || english.split("").reverse().join("");
    }

    var TEXTS = ["aria-label", "placeholder", "title", "value"];

    function node(tag, attributes) {
        var made = document.createElement(tag);
        Object.keys(attributes || {}).forEach(function (name) {
            var value = attributes[name];
            if (value !== null) {
                var isText = TEXTS.indexOf(name) >= 0 && !(name === "value" && !/^(submit|button)$/.test(attributes.type));
                made.setAttribute(name, isText ? text(value) : value);
            }
        });
        Array.prototype.slice.call(arguments, 2).forEach(function (child) {
            if (child) {
                made.append(typeof child === "string" ? text(child) : child);
            }
        });
        return made;
    }

    /* Knockout's textInput: what counts is what input events brought, not what the element's value says. */
    function field(attributes) {
        var input = node("input", attributes);
        model[attributes.name] = "";
        input.dataset.bind = "textInput: " + attributes.name;
        input.addEventListener("input", function () {
            model[attributes.name] = input.value;
            lastInput = performance.now();
        });
        return input;
    }

    /* A field that is in the document and out of sight; the real page keeps them for password stores. */
    function decoy(attributes) {
        return node("input", Object.assign(
            {"class": "moveOffScreen", tabindex: "-1", "aria-hidden": "true", autocomplete: "off"}, attributes));
    }

    function reject(input, id, message) {
        var alert = document.getElementById(id) || node("div", {id: id, "class": "alert-error"});
        alert.textContent = text(message);
        if (!alert.isConnected) {
            pane.querySelector("[role=alert]").append(alert);
        }
        input.classList.add("has-error");
        input.focus();
    }

    function button(id, label, primary, click) {
        var made = node("input", {
            type: primary ? "submit" : "button", id: id, value: label, "data-report-event": "Signin_Submit",
            "class": "win-button button_" + (primary ? "primary" : "secondary") + " button ext-button "
                + (primary ? "primary ext-primary" : "secondary ext-secondary")
        });
        if (click) {
            made.addEventListener("click", click);
        }
        return made;
    }

    function title(label, id) {
        return node("div", {"class": "row text-title", id: id || "loginHeader"},
            node("div", {role: "heading", "aria-level": "1"}, label));
    }

    function alerts(id, message) {
        return node("div", {role: "alert", "aria-live": "assertive"},
            message ? node("div", {id: id, "class": "alert-error"}, message) : null);
    }

    /* Links and tiles lose clicks as buttons do, while views change. */
    function clickable(made, click) {
        made.addEventListener("click", function (event) {
            event.preventDefault();
            if (current) {
                click();
            }
        });
        return made;
    }

    function link(id, label, click) {
        return node("div", {"class": "row links"}, clickable(node("a", {id: id, href: "#"}, label), click));
    }

    function tile(attributes, label, detail, click) {
        var made = node("div", Object.assign({"class": "table", role: "button", tabindex: "0"}, attributes),
            node("div", {"class": "table-row"},
                node("div", {"class": "table-cell text-left content"},
                    node("div", {}, label), detail ? node("small", {}, detail) : null)));
        return clickable(made, click);
    }

    function ask(url, question) {
        return fetch(url, {
            method: "POST",
            headers: {
                "Content-Type": "application/json; charset=UTF-8", Accept: "application/json", canary: config.apiCanary,
                "client-request-id": config.correlationId, hpgact: config.hpgact, hpgid: config.hpgid,
                hpgrequestid: config.sessionId
            },
            body: JSON.stringify(question)
        }).then(function (response) {
            return response.ok ? response.json() : Promise.reject(new Error(String(response.status)));
        });
    }

    function busy(on) {
        cover.classList.toggle("disable-lightbox", on);
        progress.style.display = on ? "block" : "none";
    }

    /* The form stays drawn and in force until the next document comes: who clicks again submits again. */
    function post(url, fields) {
        busy(true);
        setTimeout(depart, config.emulator.submitLagMillis, url, fields);
    }

    function depart(url, fields) {
        form.querySelectorAll("input[data-bind]").forEach(function (input) {
            input.value = model[input.name];
        });
        form.querySelectorAll("input[type=hidden]").forEach(function (input) {
            input.remove();
        });
        Object.keys(fields).forEach(function (name) {
            form.append(node("input", {type: "hidden", name: name, value: fields[name]}));
        });
        form.action = url;
        form.submit();
    }

    /* What every form of a flow carries. */
    function tokens() {
        var fields = {canary: config.canary, ctx: config.sCtx, hpgrequestid: config.sessionId};
        fields[config.sFTName] = config.sFT;
        return fields;
    }

    function frame() {
        cover = node("div", {"class": "lightbox-cover"});
        progress = node("div", {id: "progressBar", "class": "progress", role: "progressbar", "aria-label": "Please wait"},
            node("div"), node("div"), node("div"), node("div"), node("div"));
        form = node("form", {
            name: config.emulatorForm || "f1", id: "i0281", novalidate: "novalidate", spellcheck: "false", method: "post", target: "_top",
            autocomplete: "off", action: config.urlPost || null
        });
        form.addEventListener("submit", function (event) {
            event.preventDefault();
            // A click in the same breath as the last key stroke is lost, as is one while views change.
            if (current && performance.now() - lastInput >= config.emulator.lostClickMillis) {
                current.submit();
            }
        });
        document.body.append(
            node("div", {id: "backgroundImage", "class": "background-image-holder", role: "presentation"}),
            node("div", {"class": "outer"},
                node("div", {"class": "middle"},
                    node("div", {id: "lightbox", "class": "sign-in-box ext-sign-in-box fade-in-lightbox"},
                        cover, progress,
                        node("div", {id: "bannerLogo", "class": "logo", role: "img", "aria-label": "Contoso"}, "Contoso"),
                        node("div", {role: "main"}, form)))),
            node("div", {id: "footer", role: "contentinfo", "class": "footer"},
                node("span", {}, "osdu-token emulator \u00b7 for tests \u00b7 not Microsoft")));
        document.body.style.display = "block";
    }

    function draw(view) {
        return node("div", {"class": "pagination-view" + (view.identity ? " has-identity-banner" : "")},
            view.identity ? banner(view) : null,
            node("div", {"data-viewid": view.id, "data-bind": "component: { name: '" + view.name + "' }"}, view.content()));
    }

    function banner(view) {
        var back = null;
        if (view.back) {
            back = node("button", {type: "button", id: "idBtn_Back", "class": "backButton", "aria-label": "Back"}, "\u2190");
            back.addEventListener("click", function () {
                show(view.back());
            });
        }
        return node("div", {"class": "identityBanner"}, back,
            node("div", {id: "displayName", "class": "identity", title: view.identity}, view.identity));
    }

    function enter(view, animation) {
        pane = draw(view);
        pane.classList.add("animate", animation);
        form.append(pane);
        current = view;
        if (view.shown) {
            view.shown(pane);
        }
    }

    /* Every view has elements of its own: those of the last one are gone for good. */
    function show(view) {
        if (!form) {
            frame();
            enter(view, "fade-in");
            return;
        }
        current = null;
        pane.classList.add("slide-out-next");
        setTimeout(function () {
            form.replaceChildren();
            enter(view, "slide-in-next");
        }, 200);
    }

    return {
        model: model, node: node, field: field, decoy: decoy, reject: reject, button: button, title: title,
        alerts: alerts, busy: busy, post: post, tokens: tokens, show: show, link: link, tile: tile, ask: ask, text: text,
        clickable: clickable,
        isShowing: function (view) { return current === view; }
    };
})($Config);
