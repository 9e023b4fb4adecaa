(function (page, config) {
    var node = page.node;
    var answer = config.oGetCredTypeResult;
    var credentials = Credentials(page, config, null);

    function waitingView() {
        return {
            id: "23", name: "login-fido-view", identity: config.sPOST_Username,
            content: function () {
                return node("div", {},
                    page.title("Face, fingerprint, PIN or security key"),
                    node("div", {"class": "row text-body"}, "Your device will open a security window."));
            },
            shown: function () {
                var challenge = new TextEncoder().encode(config.sFidoChallenge);
                navigator.credentials.get({
                    publicKey: {challenge: challenge, rpId: location.hostname, userVerification: "required", timeout: 600000}
                }).then(failed, failed);
            },
            submit: function () {}
        };
    }

    /* No passkey is ever good here. */
    function failed() {
        page.show({
            id: "23", name: "login-fido-view", identity: config.sPOST_Username,
            content: function () {
                return node("div", {},
                    page.title("We couldn't sign you in"),
                    node("div", {"class": "row text-body"}, "You didn't sign in with your passkey. Try again, or sign in another way."),
                    credentials.pickerLink(answer));
            },
            submit: function () {}
        });
    }

    page.show(waitingView());
})(Converged, $Config);
