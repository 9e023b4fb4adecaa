(function (page, config) {
    var node = page.node;

    page.show({
        id: "2", name: "login-paginated-password-view", identity: config.sPOST_Username,
        content: function () {
            var input = page.field({
                type: "password", name: "passwd", id: "i0118", placeholder: "Password", autocomplete: "current-password",
                "class": "form-control input ext-input text-box ext-text-box"
            });
            return node("div", {},
                page.title("Enter password"),
                page.alerts("passwordError", config.sErrTxt),
                node("div", {"class": "form-group"}, page.decoy({type: "text", name: "loginfmt", id: "i0116", value: config.sPOST_Username}), input),
                node("div", {"class": "win-button-pin-bottom"}, page.button("idSIButton9", "Sign in", true)));
        },
        submit: function () {
            page.post(config.urlPost, {login: config.sPOST_Username, PPFT: config.correlationId});
        }
    });
})(Converged, $Config);
