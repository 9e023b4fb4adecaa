(function (page, config) {
    var node = page.node;

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
        fetch(config.urlGetCredentialType, {
            method: "POST",
            headers: {
                "Content-Type": "application/json; charset=UTF-8", Accept: "application/json", canary: config.apiCanary,
                "client-request-id": config.correlationId, hpgact: config.hpgact, hpgid: config.hpgid,
                hpgrequestid: config.sessionId
            },
            body: JSON.stringify({
                username: username, isOtherIdpSupported: true, checkPhones: false, isRemoteNGCSupported: true,
                isCookieBannerShown: false, isFidoSupported: true, originalRequest: config.sCtx, country: config.country,
                forceotclogin: false, isExternalFederationDisallowed: false, isRemoteConnectSupported: false,
                federationFlags: 0, isSignup: false, flowToken: config.sFT, isAccessPassSupported: true
            })
        }).then(function (response) {
            return response.ok ? response.json() : Promise.reject(new Error(String(response.status)));
        }).then(function (answer) {
            if (!page.isShowing(view)) {
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
                page.show(passwordView(answer.Display, ""));
            }
        }).catch(function () {
            page.busy(false);
            if (page.isShowing(view)) {
                refuse("There was an issue looking up your account. Tap Next to try again.");
            }
        });
    }

    function passwordView(username, error) {
        var input;
        // The message of a field that is empty, before anybody could have filled it: not a rejection.
        var prompted = !error && config.fPasswordPrompted;
        return {
            id: "2", name: "login-paginated-password-view", identity: username,
            back: function () { return usernameView(""); },
            content: function () {
                input = page.field({
                    type: "password", name: "passwd", id: "i0118", autocomplete: "current-password",
                    placeholder: "Password", "aria-required": "true", "aria-label": "Enter the password for " + username,
                    "aria-describedby": "loginHeader passwordError",
                    "class": "form-control input ext-input text-box ext-text-box" + (error ? " has-error" : "")
                });
                return node("div", {},
                    page.title("Enter password"),
                    page.alerts("passwordError", prompted ? "Please enter your password." : error),
                    node("div", {"class": "form-group"}, page.decoy({type: "text", name: "loginfmt", id: "i0116", value: username}), input),
                    node("div", {"class": "row links"},
                        node("a", {id: "idA_PWD_ForgotPassword", href: config.urlResetPassword}, "Forgot my password")),
                    node("div", {"class": "win-button-pin-bottom"}, page.button("idSIButton9", "Sign in", true)));
            },
            shown: function () { input.focus(); },
            submit: function () {
                if (page.model.passwd === "") {
                    page.reject(input, "passwordError", "Please enter your password.");
                    return;
                }
                page.post(config.urlPost, Object.assign(page.tokens(), {
                    login: username, type: "11", LoginOptions: "3", ps: "2", i13: "0", i21: "0", fspost: "0", NewUser: "1",
                    PPSX: "", FoundMSAs: "", CookieDisclosure: "0", IsFidoSupported: "1", isSignupPost: "0",
                    i19: String(Math.round(performance.now()))
                }));
            }
        };
    }

    var failed = config.arrValErrs.length > 0;
    if (config.sErrorCode === "50034") {
        page.show(usernameView(config.sErrTxt));
    } else if (config.sPOST_Username) {
        page.show(passwordView(config.sPOST_Username, failed ? config.sErrTxt : ""));
    } else {
        page.show(usernameView(""));
    }
})(Converged, $Config);
