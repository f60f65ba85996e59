package racecourse.checks.engine.stress;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import racecourse.checks.engine.Subject;

/**
 * Loads a scenario and its generated runner anew, bound to one submission. New classes have new type profiles: the
 * second submission in a JVM meets call sites that have seen no other, so the window of a race is as wide as it was for
 * the first.
 */
final class ScenarioLoader extends ClassLoader {
    private final String scenario;
    private final @Nullable Subject subject;

    ScenarioLoader(Class<?> scenario, @Nullable Subject subject) {
        super(scenario.getClassLoader());
        this.scenario = scenario.getName();
        this.subject = subject;
    }

    static String runnerOf(String scenario) {
        return scenario + "_jcstress";
    }

    @Nullable
    Subject subject() {
        return subject;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!isNew(name)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : defineAnew(name);
        }
    }

    private boolean isNew(String name) {
        return name.equals(scenario) || name.startsWith(scenario + "$") || name.startsWith(runnerOf(scenario));
    }

    private Class<?> defineAnew(String name) throws ClassNotFoundException {
        try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = in.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}
