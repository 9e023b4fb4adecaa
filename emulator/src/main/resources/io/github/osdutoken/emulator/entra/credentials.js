/* What can come between the user name and the form: all of it views of the page that asked for the name. */
var Credentials = function (page, config, back) {
    var node = page.node;

    function passwordView(username, error) {
        var input;
        // The message of a field that is empty, before anybody could have filled it: not a rejection.
        var prompted = !error && config.fPasswordPrompted;
        return {
            id: "2", name: "login-paginated-password-view", identity: username,
            back: back,
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

    /* Follow the answer of GetCredentialType. */
    function route(answer) {
        config.sFT = answer.FlowToken;
        config.apiCanary = answer.apiCanary;
        if (answer.IfExistsResult === 5) {
            location.assign(answer.EmulatorHints.personalUrl);
        } else if (answer.IfExistsResult === 6) {
            page.show(splitView(answer));
        } else {
            preferred(answer);
        }
    }

    function preferred(answer) {
        var hints = answer.EmulatorHints || {};
        switch (answer.Credentials.PrefCredential) {
        case 2:
            page.show(phoneView(answer));
            break;
        case 4:
            page.show(federationView(answer));
            break;
        case 7:
            location.assign(hints.passkeyUrl);
            break;
        default:
            page.show(hints.pickerFirst ? pickerView(answer) : passwordView(answer.Display, ""));
        }
    }

    function splitView(answer) {
        function choice(id, label, detail, click) {
            var tile = page.tile({id: id}, label, detail, click);
            tile.querySelector(".content > div").id = id + "Title";
            return tile;
        }
        return {
            id: "4", name: "login-user-type-picker-view", back: back, identity: answer.Display,
            content: function () {
                return node("div", {},
                    page.title("It looks like this email is used with more than one account from Microsoft. Which one do you want to use?"),
                    choice("aadTile", "Work or school account", "Created by your IT department",
                        function () { preferred(answer); }),
                    choice("msaTile", "Personal account", "Created by you",
                        function () { location.assign(answer.EmulatorHints.personalUrl); }));
            },
            submit: function () {}
        };
    }

    function pickerView(answer) {
        return {
            id: "23", name: "login-credential-picker-view", back: back, identity: answer.Display,
            content: function () {
                var list = node("div", {id: "credentialList", "class": "tiles"});
                function offer(id, label, click) {
                    list.append(page.tile({"data-test-cred-id": id}, label, null, click));
                }
                if (answer.Credentials.HasFido) {
                    offer("7", "Face, fingerprint, PIN or security key", function () {});
                }
                if (answer.Credentials.HasRemoteNGC) {
                    offer("2", "Approve a request on my Authenticator app", function () {
                        page.show(phoneView(answer));
                    });
                }
                if (answer.Credentials.HasPassword) {
                    offer("1", "Use my password", function () { page.show(passwordView(answer.Display, "")); });
                }
                offer("8", "Sign in with GitHub", function () {});
                return node("div", {}, page.title("Choose a way to sign in"), list);
            },
            submit: function () {}
        };
    }

    function phoneView(answer) {
        return {
            id: "6", name: "login-remote-ngc-view", back: back, identity: answer.Display,
            content: function () {
                return node("div", {},
                    page.title("Approve sign in"),
                    node("div", {id: "idDiv_RemoteNGC_PollingDescription", "class": "row text-body"},
                        "Open your Authenticator app, and enter the number shown to sign in."),
                    node("div", {id: "idRemoteNGC_DisplaySign", "class": "display-sign"},
                        String(answer.Credentials.RemoteNgcParams.Entropy)),
                    answer.EmulatorHints.passwordLink
                        ? page.link("idA_PWD_SwitchToPassword", "Use your password instead", function () {
                            page.show(passwordView(answer.Display, ""));
                        })
                        : pickerLink(answer));
            },
            submit: function () {}
        };
    }

    function pickerLink(answer) {
        return page.link("idA_PWD_SwitchToCredPicker", "Other ways to sign in", function () {
            page.show(pickerView(answer));
        });
    }

    function federationView(answer) {
        return {
            id: "8", name: "login-federated-redirect-view", identity: answer.Display,
            content: function () {
                return node("div", {}, page.title("Taking you to your organization's sign-in page"));
            },
            shown: function () {
                setTimeout(function () { location.assign(answer.Credentials.FederationRedirectUrl); }, 300);
            },
            submit: function () {}
        };
    }

    return {route: route, passwordView: passwordView, pickerView: pickerView, pickerLink: pickerLink};
};
