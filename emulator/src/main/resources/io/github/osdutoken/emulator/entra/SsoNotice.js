(function (page, config) {
    var node = page.node;
    config.emulatorForm = "ssoConsentForm";

    page.show({
        id: "1", name: "sso-notice-view", identity: config.sPOST_Username,
        content: function () {
            return node("div", {},
                page.title("Continue to sign in?", "ssoConsentTitle"),
                node("div", {"class": "row text-body"}, "You will be signed in to this app with your work account."),
                node("div", {"class": "win-button-pin-bottom"},
                    node("button", {type: "submit", "aria-labelledby": "ssoConsentTitle", "class": "button primary"}, "Continue")));
        },
        submit: function () { page.post(config.urlPost, page.tokens()); }
    });
})(Converged, $Config);
