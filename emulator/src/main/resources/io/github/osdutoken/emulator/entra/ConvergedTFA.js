(function (page, config) {
    var node = page.node;
    var proofs = config.arrUserProofs;
    var LABELS = {
        PhoneAppOTP: "Use a verification code", PhoneAppNotification: "Approve a request on my Authenticator app",
        OneWaySMS: "Text me", TwoWayVoiceMobile: "Call me"
    };
    var polls = 0;

    function question(method, code) {
        return {
            AuthMethodId: method, Method: code === null ? "BeginAuth" : "EndAuth", Ctx: config.sCtx, FlowToken: config.sFT,
            AdditionalAuthData: code || null, PollCount: polls
        };
    }

    function take(answer) {
        if (answer.FlowToken) {
            config.sFT = answer.FlowToken;
        }
        return answer;
    }

    /* Begin a method as the real page does: ask first, show when the answer is there. */
    function begin(method) {
        page.busy(true);
        page.ask(config.urlBeginAuth, question(method, null)).then(take).then(function (answer) {
            page.busy(false);
            page.show(method === "PhoneAppNotification" ? pushView(answer) : codeView(method, ""));
        });
    }

    function another(from) {
        return page.link("signInAnotherWay", from === "PhoneAppNotification"
            ? "I can't use my Microsoft Authenticator app right now" : "Sign in another way", function () {
            page.show(listView());
        });
    }

    function pushView(answer) {
        var number = answer.Entropy && answer.Entropy !== "0" ? answer.Entropy : null;
        var sign = number ? node("div", {id: "idRichContext_DisplaySign", "class": "display-sign"}) : null;
        var view = {
            id: "2", name: "tfa-phone-app-notification-view", identity: config.sPOST_Username,
            content: function () {
                return node("div", {},
                    page.title("Approve sign in request", "idDiv_SAOTCAS_Title"),
                    node("div", {id: "idDiv_SAOTCAS_Description", "class": "row text-body"},
                        number ? "Open your Authenticator app, and enter the number shown to sign in."
                            : "Open your Authenticator app, and approve the request to sign in."),
                    sign, another("PhoneAppNotification"));
            },
            shown: function () {
                // The number comes a moment after the page.
                setTimeout(function () { if (sign) { sign.textContent = number; } }, 150);
                setTimeout(poll, config.iPollingInterval * 1000, view);
            },
            submit: function () {}
        };
        return view;
    }

    function poll(view) {
        if (!page.isShowing(view)) {
            return;
        }
        polls++;
        page.ask(config.urlEndAuth, question("PhoneAppNotification", "")).then(take).then(function (answer) {
            if (!page.isShowing(view)) {
                return;
            }
            if (answer.ResultValue === "PhoneAppDenied") {
                page.show(endView("idDiv_SAASDS", "Request denied", "We sent an identity verification request to your mobile device, but you denied it."));
            } else if (answer.ResultValue === "PhoneAppNoResponse" || polls >= config.iMaxPollAttempts) {
                page.show(endView("idDiv_SAASTO", "We didn't hear from you", "We sent an identity verification request to your mobile device, but we didn't receive a response in time."));
            } else {
                setTimeout(poll, config.iPollingInterval * 1000 * config.iPollingBackoffInterval, view);
            }
        });
    }

    function endView(id, heading, text) {
        return {
            id: "5", name: "tfa-failed-view", identity: config.sPOST_Username,
            content: function () {
                return node("div", {},
                    page.title(heading, id + "_Title"),
                    node("div", {id: id + "_Description", "class": "row text-body"}, text),
                    page.link("idA_SAASDS_Resend", "Send another request to my Authenticator app", function () {}));
            },
            submit: function () {}
        };
    }

    function listView() {
        return {
            id: "1", name: "tfa-proof-list-view", identity: config.sPOST_Username,
            content: function () {
                var list = node("div", {id: "idDiv_SAOTCS_Proofs", role: "list", "class": "tiles"});
                proofs.forEach(function (proof) {
                    list.append(page.tile({"data-value": proof.authMethodId}, LABELS[proof.authMethodId], proof.display,
                        function () { begin(proof.authMethodId); }));
                });
                return node("div", {}, page.title("Verify your identity", "idDiv_SAOTCS_Title"), list);
            },
            submit: function () {}
        };
    }

    function confirmPhoneView() {
        var input;
        return {
            id: "4", name: "tfa-confirm-phone-view", identity: config.sPOST_Username,
            content: function () {
                input = page.field({
                    type: "tel", name: "phoneNumber", id: "idTxtBx_SAOTCS_PhoneNumber", maxlength: "4", placeholder: "Last 4 digits",
                    "class": "form-control input ext-input text-box ext-text-box"
                });
                return node("div", {},
                    page.title("Verify your phone number", "idDiv_SAOTCS_Title"),
                    node("div", {"class": "row text-body"}, "Enter the last 4 digits of the phone number so that we can text you."),
                    page.alerts("idSpan_SAOTCS_Error", ""),
                    node("div", {"class": "form-group"}, input),
                    node("div", {"class": "win-button-pin-bottom"}, page.button("idSubmit_SAOTCS_SendCode", "Next", true)));
            },
            shown: function () { input.focus(); },
            submit: function () { page.reject(input, "idSpan_SAOTCS_Error", "That does not match."); }
        };
    }

    function codeView(method, error) {
        var input;
        return {
            id: "3", name: "tfa-enter-code-view", identity: config.sPOST_Username,
            content: function () {
                input = page.field({
                    type: "tel", name: "otc", id: "idTxtBx_SAOTCC_OTC", maxlength: "6", inputmode: "numeric", placeholder: "Code",
                    autocomplete: "one-time-code", "aria-describedby": "idDiv_SAOTCC_Description idSpan_SAOTCC_Error_OTC",
                    "class": "form-control input ext-input text-box ext-text-box" + (error ? " has-error" : "")
                });
                return node("div", {},
                    page.title("Enter code", "idDiv_SAOTCC_Title"),
                    node("div", {id: "idDiv_SAOTCC_Description", "class": "row text-body"},
                        method === "PhoneAppOTP" ? "Enter the code displayed in the Authenticator app on your mobile device."
                            : "We texted your phone. Please enter the code to sign in."),
                    node("div", {role: "alert", "aria-live": "assertive"},
                        error ? node("span", {id: "idSpan_SAOTCC_Error_OTC", "class": "alert-error"}, error) : null),
                    node("div", {"class": "form-group"}, page.decoy({type: "password", name: "passwd", id: "i0118"}), input),
                    config.fShowRememberMFA ? remember() : null,
                    proofs.length > 1 ? another(method) : null,
                    node("div", {"class": "win-button-pin-bottom"}, page.button("idSubmit_SAOTCC_Continue", "Verify", true)));
            },
            shown: function () { input.focus(); },
            submit: function () {
                var code = page.model.otc;
                if (!/^[0-9]{6}$/.test(code)) {
                    page.reject(input, "idSpan_SAOTCC_Error_OTC", "Please enter the 6-digit code. The code only contains numbers.");
                } else if (config.fCheckInPlace) {
                    checkInPlace(input, method, code);
                } else {
                    process(method);
                }
            }
        };
    }

    function remember() {
        return node("div", {"class": "form-group checkbox"},
            node("label", {},
                node("input", {
                    id: "idChkBx_SAOTCC_TileRememberMFA", name: config.sTrustedDeviceCheckboxName, type: "checkbox", value: "true"
                }),
                node("span", {}, "Don't ask again for 14 days")));
    }

    function checkInPlace(input, method, code) {
        page.busy(true);
        page.ask(config.urlEndAuth, question(method, code)).then(take).then(function (answer) {
            if (answer.Success) {
                process(method);
                return;
            }
            page.busy(false);
            page.reject(input, "idSpan_SAOTCC_Error_OTC", errorText(answer.ResultValue));
        });
    }

    function errorText(result) {
        return result === "PhoneAppOtpAuthFailedDuplicateCodeEntered"
            ? "You have already used this code. Wait for a new one in the app and try again."
            : "You didn't enter the expected verification code. Please try again.";
    }

    function process(method) {
        page.post(config.urlPost, Object.assign(page.tokens(), {
            type: "19", GeneralVerify: "false", request: config.sCtx, mfaAuthMethod: method, mfaLastPollStart: "", mfaLastPollEnd: "",
            mfaLastPollInterval: "", login: config.sPOST_Username, sacxt: "", hideSmsInMfaProofs: "false"
        }));
    }

    var first = proofs.find(function (proof) { return proof.isDefault; });
    if (config.sAuthMethodId) {
        page.show(codeView(config.sAuthMethodId, errorText(config.sErrTxt)));
    } else if (config.fConfirmPhone) {
        page.show(confirmPhoneView());
    } else if (!first) {
        page.show(listView());
    } else if (first.authMethodId === "PhoneAppNotification") {
        page.ask(config.urlBeginAuth, question(first.authMethodId, null)).then(take).then(function (answer) {
            page.show(pushView(answer));
        });
    } else {
        page.show(codeView(first.authMethodId, ""));
    }
})(Converged, $Config);
