package racecourse.checks.engine.locks.paths;

/** Types of the JDK and of the contract, asked for what they are; none of the submission's is loaded. */
final class Foreign {
    private Foreign() {}

    static boolean isSubtype(String type, String above) {
        try {
            return load(above).isAssignableFrom(load(type));
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    private static Class<?> load(String name) throws ClassNotFoundException {
        String binary = name.replace('/', '.');
        ClassLoader loader = binary.startsWith("racecourse.contract.")
                ? Foreign.class.getClassLoader()
                : ClassLoader.getPlatformClassLoader();
        return Class.forName(binary, false, loader);
    }
}
