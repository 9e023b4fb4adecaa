(function (page, config) {
    var node = page.node;

    function detail(name, value) {
        return node("div", {}, node("span", {"class": "bold"}, name + ": "), value);
    }

    page.show({
        id: "1", name: "error-view",
        content: function () {
            return node("div", {},
                page.title("Sign in"),
                node("div", {id: "mainMessage", "class": "row text-body alert-error"}, config.strMainMessage),
                node("div", {id: "exceptionMessageContainer", "class": "row text-body"},
                    node("div", {id: "service_exception_message"},
                        node("div", {}, config.strServiceExceptionMessage),
                        node("div", {"class": "details"},
                            detail("Request Id", config.sessionId),
                            detail("Correlation Id", config.correlationId),
                            detail("Timestamp", config.strTimestamp)))));
        },
        submit: function () {}
    });
})(Converged, $Config);
