package io.github.osdutoken.emulator.osdu;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a legal tag must look like, and what legal says of one that does not. */
final class LegalTagRules {

    static final List<String> DATA_TYPES = List.of(
            "Public Domain Data", "First Party Data", "Second Party Data", "Third Party Data", "Transferred Data");
    static final List<String> SECURITY = List.of("Public", "Private", "Confidential");
    static final List<String> PERSONAL_DATA = List.of("Personally Identifiable", "No Personal Data");
    static final List<String> EXPORT = List.of("0A998", "EAR99", "Not - Technical Data", "No License Required");

    private static final Pattern NAME = Pattern.compile("[-A-Za-z0-9]{3,100}");
    private static final Pattern CONTRACT = Pattern.compile("[-.A-Za-z0-9]{3,40}");
    private static final Pattern ORIGINATOR = Pattern.compile("[-. A-Za-z0-9]{3,60}");
    private static final Set<String> NO_CONTRACT = Set.of("unknown", "no contract related");

    private final Clock clock;

    LegalTagRules(Clock clock) {
        this.clock = clock;
    }

    /** Return what is wrong with a tag, nothing if it is valid now. */
    List<String> violations(LegalTag tag) {
        LegalTagProperties properties = tag.properties();
        List<String> found = new ArrayList<>(nameViolations(tag.name()));
        check(
                tag.description().length() <= 380,
                "Invalid description given. It needs to be less than or equal to 380 characters.",
                found);
        contractViolation(properties, found);
        check(
                ORIGINATOR.matcher(properties.originator()).matches(),
                "Invalid Originator given. Only alphanumeric characters, whitespaces, hyphens and periods are allowed"
                        + " and must be between 3 and 60 characters. Found: " + properties.originator(),
                found);
        check(
                isOneOf(DATA_TYPES, properties.dataType()),
                "Invalid data type set on LegalTag properties. Found: " + properties.dataType() + ".",
                found);
        String security = properties.securityClassification();
        check(
                isOneOf(SECURITY, security),
                security.equalsIgnoreCase("Secret")
                        ? "Secret data is currently not allowed. Please do not upload this."
                        : "Invalid security classification on LegalTag properties. Found: " + security + ".",
                found);
        check(
                isOneOf(PERSONAL_DATA, properties.personalData()),
                "Invalid personal data value on LegalTag properties. Found: " + properties.personalData() + ".",
                found);
        check(
                isOneOf(EXPORT, properties.exportClassification()),
                "Invalid export classification on LegalTag properties. Found: " + properties.exportClassification()
                        + ".",
                found);
        return found;
    }

    List<String> nameViolations(String name) {
        List<String> found = new ArrayList<>();
        check(
                NAME.matcher(name).matches(),
                "Invalid name given. It needs to be between 3 and 100 characters and only alphanumeric characters and"
                        + " hyphens allowed e.g. 'usa-public'. Found: " + name,
                found);
        return found;
    }

    /** Of the rules about origin, contract and expiry only the first that is broken is reported. */
    private void contractViolation(LegalTagProperties properties, List<String> found) {
        boolean noContract = NO_CONTRACT.contains(properties.contractId().toLowerCase(Locale.ROOT));
        boolean contract =
                !noContract && CONTRACT.matcher(properties.contractId()).matches();
        boolean borrowed = isOneOf(List.of("Second Party Data", "Third Party Data"), properties.dataType());
        if (!contract && !noContract) {
            found.add("Invalid Contract Id given. Only 'Unknown' 'No Contract Related' or the real contract ID are"
                    + " allowed values. The contract ID must be between 3 and 40 characters and only include"
                    + " alphanumeric values and hyphens,");
        } else if (properties.countryOfOrigin().isEmpty()
                || !properties.countryOfOrigin().stream()
                        .allMatch(country -> Countries.mayBeOrigin(country, properties.dataType()))) {
            found.add("Invalid country of origin set. It should match one of the ISO alpha 2 codes and be a country"
                    + " with no restriction on data residency. Found: " + properties.countryOfOrigin() + ".");
        } else if (!properties.hasReadableExpirationDate()) {
            found.add("Invalid expiration date given. It needs to be of the form YYYY-MM-DD. Found: "
                    + properties.expirationDate());
        } else if (properties.hasExpired(clock.instant())) {
            found.add("Expiration date must be a value in the future. Given " + properties.expirationDate());
        } else if (borrowed && (!contract || properties.expirationDate().equals(LegalTagProperties.NEVER))) {
            found.add("You need to set an expiration date and contract ID.");
        }
    }

    private static boolean isOneOf(Collection<String> allowed, String value) {
        return allowed.stream().anyMatch(value::equalsIgnoreCase);
    }

    private static void check(boolean holds, String otherwise, List<String> found) {
        if (!holds) {
            found.add(otherwise);
        }
    }
}
