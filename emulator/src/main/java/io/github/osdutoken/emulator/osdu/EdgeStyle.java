package io.github.osdutoken.emulator.osdu;

/** What stands in front of the OSDU services, and so who answers a call that comes without a token. */
public enum EdgeStyle {

    /** Envoy, as Istio configures it for OSDU on Azure: plain text, and 403 for a call without a token. */
    ENVOY,

    /**
     * Nothing: a call without a token reaches the service, which answers in its own way. A token that is there but not
     * valid still gets Envoy's answer, because the services themselves never check signatures.
     */
    SERVICE
}
