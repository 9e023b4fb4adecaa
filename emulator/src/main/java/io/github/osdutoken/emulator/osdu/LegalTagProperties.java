package io.github.osdutoken.emulator.osdu;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a legal tag says about data.
 *
 * @param expirationDate yyyy-MM-dd; {@value #NEVER} when not given
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LegalTagProperties(
        List<String> countryOfOrigin,
        String contractId,
        String expirationDate,
        String originator,
        String dataType,
        String securityClassification,
        String personalData,
        String exportClassification,
        @Nullable JsonNode extensionProperties) {

    static final String NEVER = "9999-12-31";

    static final LegalTagProperties NONE = new LegalTagProperties(List.of(), "", NEVER, "", "", "", "", "", null);

    /** Fill in what a request left out; Jackson passes null for it. */
    LegalTagProperties {
        countryOfOrigin = countryOfOrigin == null
                ? List.of()
                : countryOfOrigin.stream()
                        .map(country -> String.valueOf(country).toUpperCase(Locale.ROOT))
                        .toList();
        contractId = orElse(contractId, "");
        expirationDate = orElse(expirationDate, NEVER);
        originator = orElse(originator, "").strip();
        dataType = orElse(dataType, "");
        securityClassification = orElse(securityClassification, "");
        personalData = orElse(personalData, "");
        exportClassification = orElse(exportClassification, "");
    }

    /** Return the same properties with those an update may change. */
    LegalTagProperties updated(
            @Nullable String newContractId, @Nullable String newExpirationDate, @Nullable JsonNode newExtension) {
        return new LegalTagProperties(
                countryOfOrigin,
                orElse(newContractId, ""),
                orElse(newExpirationDate, NEVER),
                originator,
                dataType,
                securityClassification,
                personalData,
                exportClassification,
                newExtension);
    }

    boolean hasExpired(Instant now) {
        return LocalDate.parse(expirationDate)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant()
                .isBefore(now);
    }

    boolean hasReadableExpirationDate() {
        try {
            LocalDate.parse(expirationDate);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static String orElse(@Nullable String value, String otherwise) {
        return value == null ? otherwise : value;
    }
}
