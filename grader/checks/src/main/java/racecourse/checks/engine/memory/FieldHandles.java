package racecourse.checks.engine.memory;

import java.lang.constant.ClassDesc;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/** Finds out which field a handle stands for. */
final class FieldHandles {
    private FieldHandles() {}

    /** Returns the field's name as rewritten classes give it, or {@code null} if it is none or cannot be told. */
    static @Nullable String name(VarHandle handle) {
        VarHandle.VarHandleDesc description = handle.describeConstable().orElse(null);
        if (description == null || description.bootstrapArgs().length == 0) {
            return null;
        }
        if (!(description.bootstrapArgs()[0] instanceof ClassDesc owner) || owner.isArray()) {
            return null;
        }
        String field = description.constantName();
        return handle.coordinateTypes().isEmpty()
                ? Kinds.fieldKey(
                        owner.descriptorString()
                                .substring(1, owner.descriptorString().length() - 1),
                        field)
                : Kinds.fieldKey(
                        declaring(handle.coordinateTypes().get(0), field).replace('.', '/'), field);
    }

    private static String declaring(Class<?> type, String field) {
        for (Class<?> above = type; above != null; above = above.getSuperclass()) {
            for (var own : above.getDeclaredFields()) {
                if (own.getName().equals(field)) {
                    return above.getName();
                }
            }
        }
        return type.getName();
    }
}
