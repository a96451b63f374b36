# What the cloud would have made up. Each ARN that another resource reads has to look like one.
mock_data "aws_iam_policy_document" {
  defaults = { json = "{\"Version\":\"2012-10-17\",\"Statement\":[]}" }
}

mock_resource "aws_kms_key" {
  defaults = {
    arn    = "arn:aws:kms:eu-west-1:123456789012:key/00000000-0000-0000-0000-000000000000"
    key_id = "00000000-0000-0000-0000-000000000000"
  }
}

mock_resource "aws_iam_role" {
  defaults = { arn = "arn:aws:iam::123456789012:role/mock" }
}

mock_resource "aws_launch_template" {
  defaults = { id = "lt-00000000000000000", latest_version = 1 }
}

mock_resource "aws_eks_cluster" {
  defaults = { vpc_config = { cluster_security_group_id = "sg-00000000000000000" } }
}

mock_resource "aws_lb" {
  defaults = {
    arn      = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/net/tillgate/0000000000000000"
    dns_name = "tillgate.elb.eu-west-1.amazonaws.com"
  }
}

mock_resource "aws_lb_target_group" {
  defaults = { arn = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/tillgate/0000000000000000" }
}

mock_resource "aws_db_instance" {
  defaults = { address = "tillgate-test.abcdefghijkl.eu-west-1.rds.amazonaws.com", port = 5432 }
}
