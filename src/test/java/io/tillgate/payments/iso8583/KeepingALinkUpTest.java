package io.tillgate.payments.iso8583;

import static io.tillgate.payments.iso8583.HostRig.LONG;
import static io.tillgate.payments.iso8583.HostRig.await;
import static io.tillgate.payments.iso8583.HostRig.sale;
import static io.tillgate.payments.iso8583.TalkingToACardHostTest.answered;
import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.tillgate.payments.iso8583.HostOutcome.NotSent;
import io.tillgate.payments.iso8583.HostOutcome.Obstacle;
import io.tillgate.payments.iso8583.HostOutcome.Silence;
import io.tillgate.payments.iso8583.HostOutcome.Silent;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeepingALinkUpTest {
    private static final HostLinkConfig.Timing QUICK =
            new HostLinkConfig.Timing(Duration.ofSeconds(2), Duration.ofMillis(50), Duration.ofMillis(50), 2);

    private HostRig rig;

    @BeforeEach
    void start() throws IOException {
        rig = new HostRig();
    }

    @AfterEach
    void stop() throws IOException {
        rig.close();
    }

    @Test
    void a_cut_connection_leaves_its_request_silent_and_comes_back() throws Exception {
        HostLink link = rig.link("iso87-ascii", QUICK, 1);
        rig.fault("{\"fault\":\"disconnect\",\"match\":{\"mti\":\"0200\"}}");

        HostOutcome cut = await(link.send(sale("T0000001", 1, 100), LONG));
        await(link.ready());
        HostOutcome next = await(link.send(sale("T0000001", 2, 200), LONG));

        assertThat(cut).isEqualTo(new Silent(Silence.CONNECTION_LOST));
        assertThat(answered(next).approved()).isTrue();
    }

    @Test
    void nothing_is_sent_while_the_host_refuses_connections() throws Exception {
        HostLink link = rig.link("iso87-ascii", QUICK, 1);
        rig.fault("{\"fault\":\"refuse-connections\",\"count\":1000}");
        Awaitility.await().until(() -> lost("test-iso87-ascii") > 1);

        HostOutcome outcome = await(link.send(sale("T0000001", 1, 100), LONG));

        assertThat(outcome).isEqualTo(new NotSent(Obstacle.LINK_DOWN));
        rig.noFaults();
        await(link.ready());
        assertThat(answered(await(link.send(sale("T0000001", 1, 100), LONG))).approved())
                .isTrue();
    }

    @Test
    void nothing_is_sent_before_sign_on() throws Exception {
        rig.stopHost();
        HostLink link = rig.unopened("iso87-ascii", QUICK, 1);
        link.open();
        rig.closeAtEnd(link);

        HostOutcome outcome = await(link.send(sale("T0000001", 1, 100), LONG));

        assertThat(outcome).isEqualTo(new NotSent(Obstacle.LINK_DOWN));
    }

    @Test
    void a_full_window_refuses_instead_of_queueing() throws Exception {
        HostLink link = rig.link("iso87-ascii", QUICK, 1);
        rig.fault("{\"fault\":\"delay\",\"count\":2,\"delayMillis\":200,\"match\":{\"mti\":\"0200\"}}");

        List<HostOutcome> outcomes = await(Uni.join()
                .all(
                        link.send(sale("T0000001", 1, 100), LONG),
                        link.send(sale("T0000001", 2, 100), LONG),
                        link.send(sale("T0000001", 3, 100), LONG))
                .andCollectFailures());

        assertThat(outcomes.get(2)).isEqualTo(new NotSent(Obstacle.WINDOW_FULL));
        assertThat(answered(outcomes.get(0)).approved()).isTrue();
    }

    @Test
    void an_idle_link_asks_whether_the_host_lives() throws Exception {
        rig.link("iso87-ascii", QUICK, 1);

        Awaitility.await().until(() -> rig.get("/log").toString().contains("\"070\":\"301\""));
    }

    @Test
    void a_host_that_does_not_answer_the_echo_is_left_and_dialled_again() throws Exception {
        HostLinkConfig.Timing impatient =
                new HostLinkConfig.Timing(Duration.ofMillis(100), Duration.ofMillis(50), Duration.ofMillis(50), 2);
        HostLink link = rig.link("iso87-ascii", impatient, 1);
        rig.fault("{\"fault\":\"lose-request\",\"match\":{\"mti\":\"0800\"}}");

        Awaitility.await().until(() -> lost("test-iso87-ascii") == 1);

        await(link.ready());
    }

    @Test
    void a_sign_on_refused_keeps_the_link_down_until_it_is_accepted() throws Exception {
        rig.fault("{\"fault\":\"drop\",\"count\":2,\"match\":{\"mti\":\"0800\"}}");
        HostLinkConfig.Timing impatient =
                new HostLinkConfig.Timing(Duration.ofMillis(100), Duration.ofSeconds(60), Duration.ofMillis(50), 2);

        HostLink link = rig.link("unionpay", impatient, 1);

        assertThat(link.connectionsUp()).isEqualTo(1);
        assertThat(lost("test-unionpay")).isEqualTo(2);
    }

    private double lost(String link) {
        return rig.meters
                .counter("tillgate.host.connections.lost", "link", link)
                .count();
    }

    @Test
    void a_closed_link_sends_nothing_more() throws Exception {
        HostLink link = rig.link("iso87-ascii", QUICK, 2);

        await(link.close());

        assertThat(link.state()).isEqualTo(LinkState.CLOSED);
        assertThat(await(link.send(sale("T0000001", 1, 100), LONG))).isEqualTo(new NotSent(Obstacle.LINK_DOWN));
    }
}
