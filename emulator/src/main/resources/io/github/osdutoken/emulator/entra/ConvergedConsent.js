(function (page, config) {
    var node = page.node;

    function answer(accept) {
        page.post(config.urlPost, Object.assign(page.tokens(), {acceptConsent: accept, origin: "aad"}));
    }

    page.show({
        id: "1", name: "consent-view", identity: config.sPOST_Username,
        content: function () {
            var scopes = node("ul", {id: "scopes", "class": "scopes"});
            config.arrScopes.forEach(function (scope) {
                scopes.append(node("li", {}, node("div", {"class": "bold"}, scope.label), node("div", {}, scope.description)));
            });
            return node("div", {},
                page.title("Permissions requested", "consentHeader"),
                node("div", {"class": "row"}, node("a", {id: "appDomainLinkToAppInfo", href: "#"}, config.sAppName)),
                scopes,
                node("div", {"class": "form-group checkbox"},
                    node("label", {},
                        node("input", {id: "chkBxAdminConsent", name: "adminConsent", type: "checkbox", value: "true"}),
                        node("span", {}, "Consent on behalf of your organization"))),
                node("div", {"class": "win-button-pin-bottom"},
                    page.button("idBtn_Back", "Cancel", false, function () { answer("false"); }),
                    page.button("idSIButton9", "Accept", true)));
        },
        submit: function () { answer("true"); }
    });
})(Converged, $Config);
