(function (page, config) {
    var node = page.node;
    var days = config.iRemainingDaysToSkipMfaRegistration;

    page.show({
        id: "1", name: "proof-up-redirect-view", identity: config.sPOST_Username,
        content: function () {
            return node("div", {},
                page.title(config.emulatorHeading, "heading"),
                node("div", {id: "ProofUpDescription", "class": "row text-body"},
                    "Your organization needs more information to keep your account secure."),
                config.urlSkipMfaRegistration
                    ? node("div", {"class": "row links"}, node("a", {id: "skipMfaRegistrationLink", href: config.urlSkipMfaRegistration},
                        "Skip for now (" + days + " days until this is required)"))
                    : null,
                node("div", {"class": "row links"}, node("a", {id: "cancelLink", href: "#"}, "Use a different account")),
                node("div", {"class": "row links"}, node("a", {id: "moreInfoLink", href: "#"}, "Learn more")),
                node("div", {"class": "win-button-pin-bottom"}, page.button("idSubmit_ProofUp_Redirect", "Next", true)));
        },
        submit: function () {
            page.post(config.urlPost, {sProofUpToken: config.sProofUpToken, client_id: config.correlationId});
        }
    });
})(Converged, $Config);
