package io.github.osdutoken.emulator.osdu;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Where data may come from, as legal's default list has it: from some countries all, from some nothing, from most only
 * what was transferred. Malaysia is one whose clients have consented, as in a tenant's own list.
 */
final class Countries {

    private static final Set<String> ANY_DATA =
            codes("AR AU BN BO CA CL CO CZ DK EC ES FR GB HU IT LB NO NZ PG TH UA US"
                    + " UZ BB BE BH BJ BZ CH CY DO ET GE GL GT GY JP KR LK LR LT MA MG MM MR NA NL PH PL PY SG SN SR TG TM TN TT"
                    + " TW UG MY");
    private static final Set<String> NO_DATA = codes("AZ BD DE EG ID IL JO KW LY MX OM UY VE YE");
    private static final Set<String> EMBARGOED = codes("CU IR KP RU SD SS SY");
    private static final Set<String> UNKNOWN = codes("BQ CW SX");
    private static final Set<String> ALL = known();

    private Countries() {}

    /** Tell whether data of a type may come from a country. */
    static boolean mayBeOrigin(String country, String dataType) {
        return ANY_DATA.contains(country)
                || (ALL.contains(country)
                        && !NO_DATA.contains(country)
                        && !EMBARGOED.contains(country)
                        && dataType.equalsIgnoreCase("Transferred Data"));
    }

    static boolean mayBeRelevant(String country) {
        return ALL.contains(country) && !EMBARGOED.contains(country);
    }

    /** Return the names of the countries that data of any type may come from, by code. */
    static Map<String, String> ofOrigin() {
        return named(ANY_DATA::contains);
    }

    static Map<String, String> relevant() {
        return named(Countries::mayBeRelevant);
    }

    private static Map<String, String> named(Predicate<String> included) {
        Map<String, String> names = new TreeMap<>();
        ALL.stream()
                .filter(included)
                .forEach(code -> names.put(
                        code, new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH)));
        return names;
    }

    private static Set<String> known() {
        Set<String> all = new TreeSet<>(Set.of(Locale.getISOCountries()));
        all.removeAll(UNKNOWN);
        return all;
    }

    private static Set<String> codes(String text) {
        return Set.copyOf(Arrays.asList(text.split(" ", -1)));
    }
}
