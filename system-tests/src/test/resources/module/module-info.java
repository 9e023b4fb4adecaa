/** A test project that is a named module. */
module com.example.suite {
    requires io.github.osdutoken;
    requires io.github.osdutoken.junit;
    requires org.junit.jupiter.api;
    requires org.junit.platform.launcher;

    opens com.example.suite to
            io.github.osdutoken.junit, // sets the fields
            org.junit.platform.commons;
}
