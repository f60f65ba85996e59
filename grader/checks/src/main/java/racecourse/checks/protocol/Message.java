package racecourse.checks.protocol;

import java.util.Arrays;
import java.util.List;

/**
 * A sentence for a reader: the key of a text in a resource bundle and what is filled in.
 *
 * @param key the text's key, in the lab's bundle or the engine's
 * @param arguments what replaces {@code {0}}, {@code {1}} and so on
 */
public record Message(String key, List<String> arguments) {
    public Message {
        arguments = List.copyOf(arguments);
    }

    /**
     * Makes a message; arguments are turned into text as {@link String#valueOf} does.
     *
     * @param key the text's key
     * @param arguments what is filled in
     * @return the message
     */
    public static Message of(String key, Object... arguments) {
        return new Message(key, Arrays.stream(arguments).map(String::valueOf).toList());
    }
}
