package racecourse.checks.engine.locks.paths;

/**
 * A field, or the elements of an array at one index.
 *
 * @param owner internal name of the class that declares it
 * @param name its name; {@code [0]} for an element
 * @param isStatic whether all objects share it
 * @param isVolatile whether reads and writes of it order memory
 * @param fixed whether nothing outside constructors and initialisers ever assigns it
 * @param isPrivate whether it is private
 * @param declaredFinal whether it says so
 */
public record FieldName(
        String owner,
        String name,
        boolean isStatic,
        boolean isVolatile,
        boolean fixed,
        boolean isPrivate,
        boolean declaredFinal) {

    static FieldName element(String index) {
        return new FieldName("[", "[" + index + "]", false, false, false, false, false);
    }

    static FieldName hidden(String owner, String name, boolean isVolatile, boolean fixed) {
        return new FieldName(owner, name, false, isVolatile, fixed, true, fixed);
    }
}
