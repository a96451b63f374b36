package io.tillgate.platform.persistence;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Lets every statement of ours stay prepared on its connection. The client's own limits forget texts above 2 KB, which
 * are the ones whose planning costs most.
 */
@Singleton
class PreparingStatements implements PgPoolCreator {
    private static final int TEXT_CHARACTERS_MAX = 16_384;
    private static final int STATEMENTS_MAX = 512;

    @Override
    public Pool create(Input input) {
        input.pgConnectOptionsList()
                .forEach(options -> options.setCachePreparedStatements(true)
                        .setPreparedStatementCacheMaxSize(STATEMENTS_MAX)
                        .setPreparedStatementCacheSqlLimit(TEXT_CHARACTERS_MAX));
        return PgBuilder.pool()
                .with(input.poolOptions())
                .connectingTo(List.<SqlConnectOptions>copyOf(input.pgConnectOptionsList()))
                .using(input.vertx())
                .build();
    }
}
