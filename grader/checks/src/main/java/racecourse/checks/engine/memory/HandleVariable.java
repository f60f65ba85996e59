package racecourse.checks.engine.memory;

import java.lang.invoke.VarHandle;
import java.lang.invoke.VarHandle.AccessMode;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The variable that a handle stands for in one call. */
final class HandleVariable {
    private final VarHandle handle;
    private final List<Object> coordinates;
    private final String name;

    private HandleVariable(VarHandle handle, List<Object> coordinates, String name) {
        this.handle = handle;
        this.coordinates = coordinates;
        this.name = name;
    }

    /** Finds it out; {@code null} where it can be no field and no element of an array. */
    static @Nullable HandleVariable of(VarHandle handle, Object[] arguments) {
        List<Class<?>> types = handle.coordinateTypes();
        List<Object> coordinates = List.of(Arrays.copyOf(arguments, types.size()));
        if (types.size() == 2 && types.get(0).isArray()) {
            return new HandleVariable(handle, coordinates, Hooks.element((Integer) arguments[1]));
        }
        String field = FieldHandles.name(handle);
        return field == null || types.size() > 1 ? null : new HandleVariable(handle, coordinates, field);
    }

    /** Returns the object that it belongs to, or {@code null} for a static field. */
    @Nullable
    Object base() {
        return coordinates.isEmpty() ? null : coordinates.get(0);
    }

    String name() {
        return name;
    }

    /** Returns what is in it. */
    @Nullable
    Object value() {
        try {
            return handle.toMethodHandle(AccessMode.GET).invokeWithArguments(coordinates);
        } catch (Throwable e) {
            throw new IllegalStateException("a variable cannot be read", e);
        }
    }
}
