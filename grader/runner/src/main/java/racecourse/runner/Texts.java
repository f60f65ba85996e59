package racecourse.runner;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import racecourse.checks.protocol.Message;

/**
 * The texts of a lab, of the engines and of the runner, in one language; English where that one lacks a text. Never
 * fails: a text that is not there shows as its key.
 */
public final class Texts {
    private static final Pattern HOLE = Pattern.compile("\\{(\\d)}");
    private static final List<String> SHARED = List.of(
            "/racecourse/checks/engine/messages",
            "/racecourse/checks/engine/rules-messages",
            "/racecourse/checks/engine/locks-messages",
            // another lab's queue keeps the same contract
            "/racecourse/checks/queue/queue-messages",
            "/racecourse/checks/engine/memory-messages",
            "/racecourse/runner/messages");

    private final Properties texts = new Properties();

    private Texts(String lab, Locale locale) {
        for (String suffix : List.of("", "_" + locale.getLanguage(), "_" + locale)) {
            SHARED.forEach(bundle -> load(bundle + suffix));
            load("/racecourse/checks/" + lab + "/messages" + suffix);
        }
    }

    /**
     * Returns the texts of a lab.
     *
     * @param lab its name
     * @param locale the reader's language
     * @return the texts
     */
    public static Texts of(String lab, Locale locale) {
        return new Texts(lab, locale);
    }

    private void load(String bundle) {
        try (InputStream in = Texts.class.getResourceAsStream(bundle + ".properties")) {
            if (in != null) {
                texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the kit's texts cannot be read", e);
        }
    }

    /**
     * Returns a text.
     *
     * @param key its key
     * @return the text, or the key if there is none
     */
    public String text(String key) {
        return texts.getProperty(key, key);
    }

    /**
     * Fills in a message.
     *
     * @param message its key and arguments
     * @return the sentence
     */
    public String text(Message message) {
        String text = texts.getProperty(message.key());
        if (text == null) {
            return message.key() + (message.arguments().isEmpty() ? "" : " " + message.arguments());
        }
        Matcher hole = HOLE.matcher(text);
        return hole.replaceAll(match -> {
            int index = Integer.parseInt(match.group(1));
            return Matcher.quoteReplacement(
                    index < message.arguments().size() ? message.arguments().get(index) : match.group());
        });
    }
}
