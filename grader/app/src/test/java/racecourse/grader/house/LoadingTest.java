package racecourse.grader.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A rule that never fails proves nothing: here each way in is planted, and one class that uses none. */
class LoadingTest {
    @ParameterizedTest
    @ValueSource(
            classes = {
                ByName.class,
                ByReference.class,
                ByUrl.class,
                OwnLoader.class,
                Defining.class,
                Service.class,
                Invoking.class
            })
    void wayInIsSeen(Class<?> planted) {
        assertTrue(isAccused(planted));
    }

    @Test
    void resourcesMayBeRead() {
        assertFalse(isAccused(Resources.class));
    }

    private static boolean isAccused(Class<?> type) {
        return classes()
                .should(Loading.never())
                .evaluate(new ClassFileImporter().importClasses(type))
                .hasViolation();
    }

    static final class ByName {
        Class<?> load() throws ClassNotFoundException {
            return Class.forName("lab.counter.MutexCounter");
        }
    }

    static final class ByReference {
        interface Finder {
            Class<?> find(String name) throws ClassNotFoundException;
        }

        Finder load() {
            return Class::forName;
        }
    }

    static final class ByUrl {
        ClassLoader load(URL directory) {
            return new URLClassLoader(new URL[] {directory});
        }
    }

    static final class OwnLoader extends ClassLoader {}

    static final class Defining {
        Class<?> load(byte[] bytes) throws IllegalAccessException {
            return MethodHandles.lookup().defineClass(bytes);
        }
    }

    static final class Service {
        ServiceLoader<Runnable> load() {
            return ServiceLoader.load(Runnable.class);
        }
    }

    static final class Invoking {
        Object call(Method method) throws ReflectiveOperationException {
            return method.invoke(null);
        }
    }

    static final class Resources {
        boolean isThere() {
            return Resources.class.getResource("text") != null;
        }
    }
}
