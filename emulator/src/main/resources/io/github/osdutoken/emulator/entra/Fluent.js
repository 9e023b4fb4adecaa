/* The Fluent make: the views of ConvergedSignIn, or login.live.com's, with other ids and no form until the end. */
(function (page, config) {
    var node = page.node;

    function input(id, type, name, error) {
        return page.field({
            id: id, type: type, name: name, "data-testid": id, autocomplete: "off", "aria-describedby": id + "Error",
            "class": "form-control fui-Input__input" + (error ? " has-error" : "")
        });
    }

    function primary(label) {
        return node("div", {"class": "win-button-pin-bottom"},
            node("button", {type: "submit", "data-testid": "primaryButton", "class": "fui-Button button primary"}, label));
    }

    function alert(id, message) {
        return node("div", {role: "alert", "data-testid": id}, message ? node("div", {id: id, "class": "alert-error"}, message) : null);
    }

    function usernameView(error) {
        var field;
        var view = {
            id: "1", name: "fluent-username-view",
            content: function () {
                field = input("usernameEntry", "email", "loginfmt", error);
                return node("div", {}, node("h1", {"data-testid": "title", "class": "text-title"}, "Sign in"),
                    alert("usernameEntryError", error), node("div", {"class": "form-group"}, field), primary("Next"));
            },
            shown: function () { field.focus(); },
            submit: function () {
                var username = page.model.loginfmt.trim();
                page.ask(config.urlGetCredentialType, {username: username, originalRequest: config.sCtx, flowToken: config.sFT})
                    .then(function (answer) {
                        config.sFT = answer.FlowToken;
                        if (answer.IfExistsResult === 1) {
                            page.reject(field, "usernameEntryError", "We couldn't find an account with that username.");
                        } else {
                            page.show(passwordView(username, ""));
                        }
                    });
            }
        };
        return view;
    }

    function passwordView(username, error) {
        var field;
        return {
            id: "2", name: "fluent-password-view", identity: username,
            content: function () {
                field = input("passwordEntry", "password", "passwd", error);
                return node("div", {}, node("h1", {"data-testid": "title", "class": "text-title"}, "Enter your password"),
                    alert("passwordEntryError", error), node("div", {"class": "form-group"}, field), primary("Next"));
            },
            shown: function () { field.focus(); },
            submit: function () {
                page.post(config.urlPost, config.fPersonal ? {login: username, PPFT: config.correlationId}
                    : Object.assign(page.tokens(), {login: username, type: "11", LoginOptions: "3"}));
            }
        };
    }

    var failed = config.fPersonal || config.sErrorCode !== "50058";
    if (config.sErrorCode === "50034" || !config.sPOST_Username) {
        page.show(usernameView(failed ? config.sErrTxt : ""));
    } else {
        page.show(passwordView(config.sPOST_Username, failed ? config.sErrTxt : ""));
    }
})(Converged, $Config);
