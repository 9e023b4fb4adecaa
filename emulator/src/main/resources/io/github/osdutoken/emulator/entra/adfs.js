/* AD FS's buttons are spans. */
"use strict";
(function () {
    var form = document.getElementById("loginForm");
    var next = document.getElementById("nextButton");

    function submit() {
        form.submit();
    }

    document.getElementById("submitButton").addEventListener("click", submit);
    form.addEventListener("keydown", function (event) {
        if (event.key === "Enter" && !next) {
            submit();
        }
    });
    if (next) {
        next.addEventListener("click", function () {
            document.getElementById("userNameArea").classList.add("hidden");
            document.getElementById("passwordArea").classList.remove("hidden");
        });
    }
})();
