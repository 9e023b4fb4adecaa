(function (page, config) {
    var node = page.node;
    var credentials = Credentials(page, config, function () { return usernameView(""); });

    function usernameView(error) {
        var input;
        var view = {
            id: "1", name: "login-paginated-username-view",
            content: function () {
                input = page.field({
                    type: "email", name: "loginfmt", id: "i0116", maxlength: "113", lang: "en",
                    placeholder: "someone@contoso.com", "aria-required": "true", autocomplete: "username webauthn",
                    "aria-describedby": "loginHeader usernameError", "aria-label": "Enter your email or phone",
                    "class": "form-control ltr_override input ext-input text-box ext-text-box" + (error ? " has-error" : "")
                });
                return node("div", {},
                    page.title("Sign in"),
                    page.alerts("usernameError", error),
                    node("div", {"class": "form-group"}, input, page.decoy({type: "password", name: "passwd", id: "i0118"})),
                    node("div", {"class": "row links"}, node("a", {id: "cantAccessAccount", href: "#"}, "Can\u2019t access your account?")),
                    node("div", {"class": "win-button-pin-bottom"}, page.button("idSIButton9", "Next", true)));
            },
            shown: function () { input.focus(); },
            submit: function () {
                var username = page.model.loginfmt.trim();
                if (!/^[^@\s]+@[^@\s]+$/.test(username)) {
                    page.reject(input, "usernameError", "Enter a valid email address or phone number.");
                    return;
                }
                lookUp(view, username, function (text) {
                    page.reject(input, "usernameError", text);
                });
            }
        };
        return view;
    }

    function lookUp(view, username, refuse) {
        page.busy(true);
        page.ask(config.urlGetCredentialType, {
            username: username, isOtherIdpSupported: true, checkPhones: false, isRemoteNGCSupported: true,
            isCookieBannerShown: false, isFidoSupported: true, originalRequest: config.sCtx, country: config.country,
            forceotclogin: false, isExternalFederationDisallowed: false, isRemoteConnectSupported: false,
            federationFlags: 0, isSignup: false, flowToken: config.sFT, isAccessPassSupported: true
        }).then(function (answer) {
            if (view && !page.isShowing(view)) {
                return;
            }
            page.busy(false);
            if (answer.error) {
                throw new Error(answer.error.message);
            }
            config.sFT = answer.FlowToken;
            config.apiCanary = answer.apiCanary;
            if (answer.IfExistsResult === 1) {
                refuse("This username may be incorrect. Make sure you typed it correctly. Otherwise, contact your admin.");
            } else {
                credentials.route(answer);
            }
        }).catch(function () {
            page.busy(false);
            if (!view || page.isShowing(view)) {
                refuse("There was an issue looking up your account. Tap Next to try again.");
            }
        });
    }

    /* Tiles for the accounts the browser knows. */
    function pickAccountView() {
        return {
            id: "5", name: "login-account-picker-view",
            content: function () {
                var tiles = node("div", {id: "tilesHolder", role: "list", "class": "tiles"});
                config.arrSessions.forEach(function (account) {
                    tiles.append(page.tile(
                        {"data-test-id": account.name.toLowerCase(), "data-test-idp": "aad"}, account.fullName + " @ Contoso",
                        account.name, function () { picked(account); }));
                });
                tiles.append(page.tile({id: "otherTile"}, "Use another account", null, function () {
                    page.show(usernameView(""));
                }));
                tiles.lastChild.querySelector(".content > div").id = "otherTileText";
                return node("div", {}, page.title("Pick an account"), tiles);
            },
            submit: function () {}
        };
    }

    function picked(account) {
        if (account.isSignedIn) {
            location.assign(config.urlLogin + "&flowToken=" + encodeURIComponent(config.sFT));
        } else {
            lookUp(null, account.name, function (message) { page.show(usernameView(message)); });
        }
    }

    var failed = config.arrValErrs.length > 0;
    if (config.sErrorCode === "50034") {
        page.show(usernameView(config.sErrTxt));
    } else if (config.oGetCredTypeResult) {
        credentials.route(config.oGetCredTypeResult);
    } else if (config.sPOST_Username) {
        page.show(credentials.passwordView(config.sPOST_Username, failed ? config.sErrTxt : ""));
    } else if ((config.arrSessions || []).length > 0) {
        page.show(pickAccountView());
    } else {
        page.show(usernameView(""));
    }
})(Converged, $Config);
