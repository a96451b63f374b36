package io.tillgate.platform.retention;

import java.util.List;

/**
 * What becomes of the rows of one capability's tables, every table of it. One bean a capability; a test compares them all
 * with the tables there are and with what their comments say.
 */
public interface RetentionSchedule {
    List<TableRetention> tables();
}
