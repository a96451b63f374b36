package io.tillgate.launcher;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.Reader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** As little of the service as a supervisor can see: it reads its settings, answers its health address, and can be told to fail. */
public final class StandInService {
    private StandInService() {}

    public static void main(String[] arguments) throws IOException {
        Properties settings = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of(System.getProperty("quarkus.config.locations")))) {
            settings.load(reader);
        }
        if (Files.exists(Path.of(settings.getProperty("tillgate.data"), "fail"))) {
            System.exit(3);
        }
        int port = Integer.parseInt(settings.getProperty("quarkus.http.port"));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/q/health/ready", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }
}
