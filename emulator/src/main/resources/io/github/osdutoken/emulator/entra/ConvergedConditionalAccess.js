(function (page, config) {
    var node = page.node;

    page.show({
        id: "1", name: "conditional-access-view", identity: config.sPOST_Username,
        content: function () {
            return node("div", {},
                page.title("You cannot access this right now"),
                node("div", {"class": "row text-body"},
                    "Your sign-in was successful but does not meet the criteria to access this resource."),
                node("div", {"class": "row links"}, node("a", {id: "cancelLink", href: "#"}, "Sign out and sign in with a different account")),
                node("div", {"class": "details"},
                    node("div", {}, "Error Code: " + config.sErrorCode),
                    node("div", {}, "Correlation Id: " + config.correlationId)));
        },
        submit: function () {}
    });
})(Converged, $Config);
