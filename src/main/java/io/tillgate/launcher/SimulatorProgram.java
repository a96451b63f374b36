package io.tillgate.launcher;

import io.tillgate.launcher.process.Program;
import java.util.List;
import java.util.Map;

/** The simulated card hosts and bank: one process, outside the service, on our own class path. */
final class SimulatorProgram {
    static final String MAIN = "io.tillgate.simulator.Main";

    private SimulatorProgram() {}

    /** False in a working copy that does not have it. */
    static boolean exists() {
        return SimulatorProgram.class.getResource("/" + MAIN.replace('.', '/') + ".class") != null;
    }

    static Program of(Installation installation) {
        Ports ports = installation.ports();
        List<String> command = List.of(
                Places.java(),
                installation.places().desk().mark(),
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dtillgate.simulator.control-port=" + ports.of(Ports.Use.SIMULATOR),
                "-Dtillgate.simulator.ascii-port=" + ports.of(Ports.Use.CARD_HOST),
                "-Dtillgate.simulator.unionpay-port=" + ports.of(Ports.Use.CARD_HOST_2),
                MAIN);
        // the class path is long: in the environment it does not hide the mark on the command line
        Map<String, String> environment = Map.of(
                "CLASSPATH",
                System.getProperty("java.class.path"),
                "TILLGATE_SIMULATOR_PIN_KEY",
                installation.secrets().get(Secrets.Name.PIN_KEY));
        return new Program(
                "simulators", command, environment, installation.places().base());
    }
}
