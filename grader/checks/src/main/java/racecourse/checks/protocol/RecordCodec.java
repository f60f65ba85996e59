package racecourse.checks.protocol;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records as bytes and back, by their declared component types: texts, numbers, enums, lists, records, and sealed
 * interfaces over records. A library would do, but this runs at the start of every worker, where a JSON binder costs
 * more than the checks of a lab; and nothing but the declared types can come out of foreign bytes.
 */
final class RecordCodec {
    private static final int MAX_ITEMS = 100_000;

    private RecordCodec() {}

    static void write(DataOutput out, Type type, @Nullable Object value) throws IOException {
        out.writeBoolean(value != null);
        if (value == null) {
            return;
        }
        if (type instanceof ParameterizedType list) {
            List<?> items = (List<?>) value;
            out.writeInt(items.size());
            for (Object item : items) {
                write(out, list.getActualTypeArguments()[0], item);
            }
            return;
        }
        Class<?> raw = (Class<?>) type;
        if (raw == String.class) {
            byte[] text = ((String) value).getBytes(StandardCharsets.UTF_8);
            out.writeInt(text.length);
            out.write(text);
        } else if (raw == int.class) {
            out.writeInt((Integer) value);
        } else if (raw == long.class) {
            out.writeLong((Long) value);
        } else if (raw == boolean.class) {
            out.writeBoolean((Boolean) value);
        } else if (raw.isEnum()) {
            out.writeUTF(((Enum<?>) value).name());
        } else if (raw.isSealed()) {
            int kind = Arrays.asList(raw.getPermittedSubclasses()).indexOf(value.getClass());
            out.writeInt(kind);
            write(out, value.getClass(), value);
        } else if (raw.isRecord()) {
            for (RecordComponent component : raw.getRecordComponents()) {
                write(out, component.getGenericType(), get(component, value));
            }
        } else {
            throw new IOException("no encoding for " + type);
        }
    }

    static @Nullable Object read(DataInput in, Type type) throws IOException {
        if (!in.readBoolean()) {
            return null;
        }
        if (type instanceof ParameterizedType list) {
            int size = bounded(in.readInt(), MAX_ITEMS);
            List<Object> items = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                Object item = read(in, list.getActualTypeArguments()[0]);
                if (item == null) {
                    throw new IOException("null in a list");
                }
                items.add(item);
            }
            return List.copyOf(items);
        }
        Class<?> raw = (Class<?>) type;
        if (raw == String.class) {
            byte[] text = new byte[bounded(in.readInt(), Wire.MAX_LINE)];
            in.readFully(text);
            return new String(text, StandardCharsets.UTF_8);
        } else if (raw == int.class) {
            return in.readInt();
        } else if (raw == long.class) {
            return in.readLong();
        } else if (raw == boolean.class) {
            return in.readBoolean();
        } else if (raw.isEnum()) {
            return constant(raw, in.readUTF());
        } else if (raw.isSealed()) {
            Class<?>[] kinds = raw.getPermittedSubclasses();
            return read(in, kinds[bounded(in.readInt(), kinds.length - 1)]);
        } else if (raw.isRecord()) {
            return readRecord(in, raw);
        }
        throw new IOException("no encoding for " + type);
    }

    private static Object constant(Class<?> type, String name) throws IOException {
        for (Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(name)) {
                return constant;
            }
        }
        throw new IOException("no such constant: " + name);
    }

    private static Object readRecord(DataInput in, Class<?> type) throws IOException {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        @Nullable Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = read(in, components[i].getGenericType());
        }
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IOException("cannot make a " + type, e);
        }
    }

    private static @Nullable Object get(RecordComponent component, Object value) throws IOException {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IOException("cannot read " + component, e);
        }
    }

    private static int bounded(int number, int most) throws IOException {
        if (number < 0 || number > most) {
            throw new IOException("out of range: " + number);
        }
        return number;
    }
}
