package io.github.osdutoken.cli.serve;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.osdutoken.Profile;
import io.github.osdutoken.profile.ProfileLoader;
import io.github.osdutoken.profile.ResolvedSetting;
import io.github.osdutoken.profile.Setting;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** What the page's script can ask for. */
final class Actions {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private final ProfileLoader loader;
    private final Desk desk;
    private final Lifetime lifetime;
    private final View view;
    private final int ownPort;
    private final Clock clock;

    Actions(ProfileLoader loader, Desk desk, Lifetime lifetime, View view, int ownPort, Clock clock) {
        this.loader = loader;
        this.desk = desk;
        this.lifetime = lifetime;
        this.view = view;
        this.ownPort = ownPort;
        this.clock = clock;
    }

    void used() {
        lifetime.used();
    }

    /** What the form is filled with. */
    Reply form(Call call) {
        used();
        String profile = call.query().getOrDefault("profile", Profile.DEFAULT);
        FormSettings settings = FormSettings.of(loader, profile);
        ObjectNode form = Json.object()
                .put("profile", profile)
                .put("emulated", settings.isEmulated())
                .put("certificate", settings.has(Setting.CLIENT_CERTIFICATE))
                .put("idleMillis", lifetime.idle().toMillis());
        ArrayNode profiles = form.putArray("profiles");
        loader.names().forEach(profiles::add);
        CopyAs.list(form.putArray("formats"));
        ObjectNode fields = form.putObject("fields");
        for (Field field : Field.values()) {
            fields.putObject(field.key())
                    .put("value", settings.prefilled(field))
                    .put(
                            "name",
                            settings.find(field.setting)
                                    .map(ResolvedSetting::name)
                                    .orElse(""))
                    .put(
                            "source",
                            settings.find(field.setting)
                                    .map(ResolvedSetting::source)
                                    .orElse(""));
        }
        return Reply.json(form);
    }

    /** What is on the desk, as soon as there is something newer than what the page knows. */
    Reply state(Call call) throws InterruptedException {
        String after = call.query().getOrDefault("after", "0");
        long known = after.matches("\\d{1,18}") ? Long.parseLong(after) : 0;
        ObjectNode news = desk.await(known, LONGEST_WAIT, (attempt, held) -> view.of(desk.revision(), attempt, held));
        return news == null ? PageServer.STOPPING : Reply.json(news);
    }

    Reply signIn(Call call) {
        used();
        Json body = Json.of(call.body());
        String name = body.text("profile");
        FormEntries entries = new FormEntries(FormSettings.of(loader, name), body.texts("fields"));
        boolean person = body.text("who").equals("person");
        Profile profile = person ? entries.forPerson(loader, name, ownPort) : entries.forTestUser(loader, name);
        if (profile == null) {
            return wrong(entries.problems());
        }
        return began(
                person
                        ? desk.begin(Attempt.Kind.PERSON, new PersonSignIn(profile, body.flag("chooseAccount"), clock))
                        : desk.begin(Attempt.Kind.TEST_USER, new TestUserSignIn(profile, clock)));
    }

    Reply refresh() {
        used();
        Held held = desk.held();
        return held == null || !held.refreshable()
                ? Reply.refused(409, "There is no refresh token that could be used.")
                : began(desk.begin(Attempt.Kind.REFRESH, new Renewal(held, clock)));
    }

    Reply cancel() {
        used();
        desk.cancel();
        return Reply.done();
    }

    Reply copy(Call call) {
        used();
        Held held = desk.held();
        return held == null ? Reply.refused(409, "There are no tokens yet.") : CopyAs.copy(Json.of(call.body()), held);
    }

    Reply picture() {
        byte[] picture = desk.picture();
        if (picture == null) {
            return Reply.text(404, "There is no picture.\n");
        }
        return Reply.of(200, picture[0] == (byte) 0xff ? "image/jpeg" : "image/png", picture);
    }

    Reply stop() {
        lifetime.end();
        return Reply.done();
    }

    private static Reply began(boolean begun) {
        return begun ? Reply.done() : Reply.refused(409, "Something is under way already. Wait for it, or cancel it.");
    }

    /** Say what is wrong beside each field, and the rest on top. */
    private static Reply wrong(Map<Setting, String> problems) {
        ObjectNode answer = Json.object();
        ObjectNode fields = answer.putObject("fields");
        StringBuilder rest = new StringBuilder();
        problems.forEach((setting, mend) -> Field.of(setting)
                .ifPresentOrElse(
                        field -> fields.put(field.key(), mend),
                        () -> rest.append(rest.isEmpty() ? "" : " ")
                                .append(setting.key())
                                .append(": ")
                                .append(mend)));
        return Reply.json(422, answer.put("message", rest.toString()));
    }
}
