package io.github.osdutoken.signin;

import io.github.osdutoken.Profile;
import io.github.osdutoken.browser.Looking;
import io.github.osdutoken.browser.Observation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The pages that are known for one profile: ours, and those of {@code osdu.pages} before them. */
final class PageCatalogue {

    private final List<PageEntry> entries;
    private final Looking looking;

    private PageCatalogue(List<PageEntry> entries) {
        this.entries = entries;
        this.looking = new Looking(
                entries.stream().flatMap(PageEntry::selectors).distinct().toList(),
                attributes(entries),
                entries.stream().flatMap(PageEntry::fields).distinct().toList());
    }

    /**
     * Return the catalogue for a profile.
     *
     * @throws io.github.osdutoken.ConfigurationException if the file of {@code osdu.pages} cannot be read
     */
    static PageCatalogue of(Profile profile) {
        PageFile file = new PageFile(profile.user().username());
        List<PageEntry> ours = file.standard();
        Path pages = profile.signIn().pages();
        List<PageEntry> theirs = pages == null ? List.of() : file.read(pages);
        Set<String> granted = Granted.by(profile);
        return new PageCatalogue(merged(ours, theirs).stream()
                // An entry that is of use with a setting only, and refuses nothing, is not there without it.
                .filter(entry -> entry.needs() == null || entry.refuse() != null || granted.contains(entry.needs()))
                .toList());
    }

    /** Put the user's entries in the place of ours with the same name, and the others before all of ours. */
    private static List<PageEntry> merged(List<PageEntry> ours, List<PageEntry> theirs) {
        Set<String> known = ours.stream().map(PageEntry::page).collect(Collectors.toSet());
        Map<String, List<PageEntry>> replacing = theirs.stream()
                .filter(entry -> known.contains(entry.page()))
                .collect(Collectors.groupingBy(PageEntry::page));
        List<PageEntry> merged = new ArrayList<>(
                theirs.stream().filter(entry -> !known.contains(entry.page())).toList());
        Set<String> replaced = new HashSet<>();
        for (PageEntry entry : ours) {
            List<PageEntry> instead = replacing.get(entry.page());
            if (instead == null) {
                merged.add(entry);
            } else if (replaced.add(entry.page())) {
                merged.addAll(instead);
            }
        }
        return merged;
    }

    /**
     * Return the first entry that fits, or {@code null} for a page nobody knows.
     *
     * @param last what was done before, or {@code null}
     */
    @Nullable
    PageEntry recognise(Observation seen, @Nullable Act last) {
        return entries.stream()
                .filter(entry -> entry.fits(seen) && (!entry.first() || last == null || last.isAnsweredOn(entry, seen)))
                .findFirst()
                .orElse(null);
    }

    /** Return what the entries want to know of a page. */
    Looking looking() {
        return looking;
    }

    private static Map<String, String> attributes(List<PageEntry> entries) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (PageEntry entry : entries) {
            Refusal refusal = entry.refuse();
            Refusal.Listing lists = refusal == null ? null : refusal.lists();
            if (lists != null && lists.selector() != null) {
                attributes.put(lists.selector(), Objects.requireNonNullElse(lists.attribute(), ""));
            }
        }
        return attributes;
    }
}
