// Tests of Drawing mirror its sources.
