(function (page, config) {
    var node = page.node;

    page.show({
        id: "1", name: "app-confirm-view", identity: config.sPOST_Username,
        content: function () {
            return node("div", {},
                page.title("Are you trying to sign in to this app?", "appConfirmTitle"),
                node("div", {id: "appConfirmDescription", "class": "row text-body"},
                    "Only continue if you downloaded the app from a store or website that you trust."),
                node("div", {"class": "row bold"}, config.sAppName),
                node("div", {"class": "win-button-pin-bottom"},
                    page.button("idBtn_Back", "Cancel", false, function () {}),
                    page.button("idSIButton9", "Continue", true)));
        },
        submit: function () {
            page.post(config.urlPost, Object.assign(page.tokens(), {ContinueAuth: "true"}));
        }
    });
})(Converged, $Config);
