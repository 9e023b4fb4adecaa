(function (page, config) {
    var node = page.node;

    page.show({
        id: "1", name: "admin-approval-view", identity: config.sPOST_Username,
        content: function () {
            return node("div", {},
                page.title("Need admin approval"),
                node("div", {"class": "row bold"}, config.sAppName),
                node("div", {"class": "row text-body"},
                    "This app needs permission to access resources in your organization that only an admin can grant."),
                node("div", {"class": "row links"}, node("a", {href: "#"}, "Have an admin account? Sign in with that account")));
        },
        submit: function () {}
    });
})(Converged, $Config);
