// Tests of Datasets mirror its sources.
