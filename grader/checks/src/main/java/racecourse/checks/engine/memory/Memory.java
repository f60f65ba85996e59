package racecourse.checks.engine.memory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import racecourse.checks.engine.memory.History.Written;

/**
 * The memory of one run: what each variable was given, what each thread knows of it, and what a read may therefore see. A
 * read that nothing orders after a write may see what was there before it.
 */
final class Memory {
    private final IdentityHashMap<Object, Map<String, History>> variables = new IdentityHashMap<>();
    private final IdentityHashMap<Object, Clock> locks = new IdentityHashMap<>();
    private final IdentityHashMap<Object, Integer> holders = new IdentityHashMap<>();
    private final List<Clock> threads = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final Clock unfollowed = new Clock();
    private final Choices choices;
    private final boolean distrustsModes;

    Memory(Choices choices, boolean distrustsModes) {
        this.choices = choices;
        this.distrustsModes = distrustsModes;
    }

    /** A thread begins, knowing what another one knows. */
    int begin(String name, int starter) {
        int known = names.indexOf(name);
        if (known >= 0) {
            threads.get(known).join(threads.get(starter));
            return known;
        }
        int number = threads.size();
        names.add(name);
        threads.add(starter < 0 ? new Clock() : threads.get(starter).copy());
        return number;
    }

    String name(int thread) {
        return names.get(thread);
    }

    private History history(Object base, String name, @Nullable Object before) {
        return variables
                .computeIfAbsent(base, key -> new HashMap<>())
                .computeIfAbsent(name, key -> new History(name, before));
    }

    void holds(Object base, String name, @Nullable Object value) {
        history(base, name, value);
    }

    /**
     * Reads a variable.
     *
     * @return what the thread sees, and the value that was there
     */
    Seen read(int thread, Object base, String name, Access access, @Nullable Object actual) {
        History history = history(base, name, actual);
        Clock clock = threads.get(thread);
        boolean strange = !same(history.last().value(), actual);
        if (strange) {
            history.restart(actual);
        }
        Written latest = history.last();
        Access weaker = latest.access().weaker(access);
        boolean mayBeOld = weaker == Access.PLAIN || (distrustsModes && weaker != Access.VOLATILE);
        List<Written> visible = mayBeOld ? history.visible(clock) : List.of(latest);
        int chosen = visible.size() > 1 ? choices.choose(visible.size()) : 0;
        Written seen = visible.get(chosen);
        if (access.orders()) {
            if (chosen == 0) {
                clock.join(history.released());
            }
            clock.join(unfollowed);
        }
        return new Seen(history.name(), seen, latest, chosen > 0, strange);
    }

    /**
     * What a read saw.
     *
     * @param name the variable
     * @param seen what it was given
     * @param latest what it could have been given
     * @param isOld whether that is something else
     * @param strange whether somebody has written it whom nobody saw
     */
    record Seen(String name, Written seen, Written latest, boolean isOld, boolean strange) {}

    void write(
            int thread,
            Object base,
            String name,
            Access access,
            @Nullable Object before,
            @Nullable Object after,
            String at) {
        history(base, name, before).write(after, thread, threads.get(thread), access, at);
    }

    void change(int thread, Object base, String name, @Nullable Object after, String at) {
        History history = history(base, name, after);
        threads.get(thread).join(history.released());
        threads.get(thread).join(unfollowed);
        history.write(after, thread, threads.get(thread), Access.VOLATILE, at);
    }

    /**
     * Notes how many things a collection holds now.
     *
     * @return the change before this one if nothing orders the two, this one if something does; {@code null}: none
     */
    @Nullable
    Written resize(int thread, Object collection, String name, int size, String at) {
        History history = history(collection, name, size);
        Written before = history.last();
        if (same(before.value(), size)) {
            return null;
        }
        Clock clock = threads.get(thread);
        boolean ordered = before.isKnownTo(clock);
        history.write(size, thread, clock, Access.PLAIN, at);
        return ordered ? history.last() : before;
    }

    void acquire(int thread, Object lock) {
        Clock clock = threads.get(thread);
        clock.join(locks.computeIfAbsent(lock, key -> new Clock()));
        clock.join(unfollowed);
        Integer holder = holders.put(lock, thread);
        if (holder != null && holder != thread) {
            // an exception has taken it out of a synchronized method, past the end of which nobody saw it
            clock.join(threads.get(holder));
        }
    }

    void release(int thread, Object lock) {
        locks.computeIfAbsent(lock, key -> new Clock()).join(threads.get(thread));
        holders.remove(lock);
    }

    /** Something that is not followed: it may order everything before after everything. */
    void order(int thread) {
        Clock clock = threads.get(thread);
        unfollowed.join(clock);
        threads.forEach(clock::join);
    }

    /** A fence. That it joins the fences before it only is what lets two threads pass each other in front of theirs. */
    void fence(int thread) {
        Clock clock = threads.get(thread);
        clock.join(unfollowed);
        unfollowed.join(clock);
    }

    /** Something that every thread waits for before it goes on. */
    void announce(int thread) {
        Clock clock = threads.get(thread);
        threads.forEach(other -> other.join(clock));
    }

    @SuppressWarnings("ReferenceEquality") // objects are themselves, whatever they say of each other
    private static boolean same(@Nullable Object one, @Nullable Object other) {
        if (one instanceof Number || one instanceof Boolean || one instanceof Character) {
            return one.equals(other);
        }
        return one == other;
    }
}
