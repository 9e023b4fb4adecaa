(function (page, config) {
    var node = page.node;

    function answer(option) {
        page.post(config.urlPost, Object.assign(page.tokens(), {
            LoginOptions: option, type: "28", i19: String(Math.round(performance.now()))
        }));
    }

    page.show({
        id: "1", name: "kmsi-view", identity: config.sPOST_Username,
        content: function () {
            return node("div", {},
                page.title("Stay signed in?"),
                node("div", {id: "KmsiDescription", "class": "row text-body"},
                    "Do this to reduce the number of times you are asked to sign in."),
                node("div", {"class": "form-group checkbox"},
                    node("label", {id: "KmsiCheckboxLabel"},
                        node("input", {id: "KmsiCheckboxField", name: "DontShowAgain", type: "checkbox", value: "true"}),
                        node("span", {}, "Don\u2019t show this again"))),
                node("div", {"class": "win-button-pin-bottom"},
                    page.button("idBtn_Back", "No", false, function () { answer("0"); }),
                    page.button("idSIButton9", "Yes", true)));
        },
        submit: function () { answer("1"); }
    });
})(Converged, $Config);
