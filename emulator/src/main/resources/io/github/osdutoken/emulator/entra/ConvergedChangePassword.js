(function (page, config) {
    var node = page.node;
    var inputs;

    function field(name, id, label) {
        return page.field({
            type: "password", name: name, id: id, placeholder: label, "aria-label": label, autocomplete: "off",
            "class": "form-control input ext-input text-box ext-text-box"
        });
    }

    page.show({
        id: "1", name: "change-password-view", identity: config.sPOST_Username,
        content: function () {
            inputs = [
                field("currentpasswd", "currentPassword", "Current password"),
                field("newpasswd", "newPassword", "New password"),
                field("confirmnewpasswd", "confirmNewPassword", "Confirm password")
            ];
            return node("div", {},
                page.title("Update your password"),
                node("div", {id: "ChangePasswordDescription", "class": "row text-body"},
                    "You need to update your password because this is the first time you are signing in,"
                    + " or because your password has expired."),
                page.alerts("currentPasswordError", ""),
                node("div", {"class": "form-group"}, inputs[0], inputs[1], inputs[2]),
                node("div", {"class": "win-button-pin-bottom"}, page.button("idSIButton9", "Sign in", true)));
        },
        shown: function () { inputs[0].focus(); },
        submit: function () {
            page.reject(inputs[0], "currentPasswordError", "The emulator never changes a password.");
        }
    });
})(Converged, $Config);
