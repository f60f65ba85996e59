package racecourse.checks.engine.processes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellScriptTest {
    private static boolean assignsNothing(String script) {
        assumeTrue(HeldCall.isPossible());
        return ShellScript.assignsNothing(List.of("sh", "-c", script, "sh", "1", "2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "echo \"money: $1 -> $2\"",
                "test -n \"$MONEY\"",
                "money = $1; money = $2; echo \"$money\"",
                "true && exit 0"
            })
    void itIsCertainThatNothingIsAssigned(String script) {
        assertEquals(true, assignsNothing(script));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "money=$1",
                "value=$0; value=$1",
                "read money && read money",
                "echo $2 | read money",
                "export MONEY=$2",
                ": ${money:=$2}",
                "test -n \"$2\" && money=$2",
                "eval \"money=$2\"",
                "for money in $1 $2; do true; done",
                "echo $((money = $2))",
                "echo \"${money:=$2}\"",
                "{ money=$2; }",
                "awk 'BEGIN { money = 1 }'",
                "echo; 'money'=$2",
                "set -- $2",
                "\"true\"; money=$2"
            })
    void somethingIsOrMayBeAssigned(String script) {
        assertEquals(false, assignsNothing(script));
    }
}
