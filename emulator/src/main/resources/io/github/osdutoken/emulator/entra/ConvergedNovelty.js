(function (page, config) {
    var node = page.node;

    page.show({
        id: "1", name: "novelty-view", identity: config.sPOST_Username,
        content: function () {
            return node("div", {},
                page.title("Something new"),
                node("div", {id: "noveltyDescription", "class": "row text-body"}, "Nobody has seen this page before."),
                node("div", {"class": "win-button-pin-bottom"}, page.button("idSIButton9", "OK", true)));
        },
        submit: function () { page.post(config.urlPost, page.tokens()); }
    });
})(Converged, $Config);
