// Tests of Archives mirror its sources.
