package racecourse.checks.engine.locks.paths;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.tree.analysis.Value;

/** What is known of a value. Two equal operands of one path are the same value. */
public sealed interface Operand extends Value {
    @Override
    default int getSize() {
        return 1;
    }

    /** A constant: a number, a text, a class ({@link org.objectweb.asm.Type}), or {@code null}. */
    record Constant(@Nullable Object content) implements Operand {
        static final Constant NULL = new Constant(null);

        static Constant of(int number) {
            return new Constant(number);
        }

        @Override
        public int getSize() {
            return content instanceof Long || content instanceof Double ? 2 : 1;
        }
    }

    /** The object whose methods are looked at. */
    record Self(String type) implements Operand {}

    /** An argument of the method or constructor that is looked at: anything its caller likes. */
    record Argument(int index, Phase phase, String descriptor) implements Operand {
        @Override
        public int getSize() {
            return Operands.size(descriptor);
        }
    }

    /** An object made by {@code new}; {@code many} where a loop makes several at the same place. */
    record Fresh(Site site, String type, Phase phase, boolean many) implements Operand {}

    /** A lambda or method reference. */
    record Closure(Site site, Handle target, String method, String methodDescriptor, List<Operand> captured)
            implements Operand {}

    /** Whatever is in a field that nobody assigns any more. */
    record Stable(Operand base, FieldName field) implements Operand {
        @Override
        public int getSize() {
            return 1;
        }
    }

    /** What was read from a field that others may assign. */
    record Seen(Site site, Location location, int size) implements Operand {
        @Override
        public int getSize() {
            return size;
        }
    }

    /** What a call answered that is not followed; {@code free}: any answer is possible, whatever happened before. */
    record Answer(Site site, String what, boolean free, int size) implements Operand {
        @Override
        public int getSize() {
            return size;
        }
    }

    /** Another value plus a constant. */
    record Sum(Operand of, long add) implements Operand {
        @Override
        public int getSize() {
            return of.getSize();
        }
    }

    /** An expression over other values. */
    record Term(int opcode, List<Operand> parts, int size) implements Operand {
        @Override
        public int getSize() {
            return size;
        }
    }

    /** A number in its box. */
    record Boxed(Operand content) implements Operand {}

    /** Something that belongs to a lock: its read lock, its write lock, a condition. */
    record View(Operand of, String kind) implements Operand {}

    /** What a stamped lock handed out. */
    record Stamp(Site site, Operand lock, Hold.Mode mode) implements Operand {
        @Override
        public int getSize() {
            return 2;
        }
    }

    /** Something thrown, of this type or, if open, of a type below it, but of none of the excluded ones. */
    record Thrown(Site site, String type, boolean open, List<String> excluded) implements Operand {}

    /** The current thread. */
    record CurrentThread() implements Operand {}

    /** The owner of static fields. */
    record Statics() implements Operand {}

    /** Something nobody follows. */
    record Unknown(int size) implements Operand {
        static final Unknown ONE = new Unknown(1);
        static final Unknown TWO = new Unknown(2);

        @Override
        public int getSize() {
            return size;
        }
    }
}
